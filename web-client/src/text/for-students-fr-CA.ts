/** Every word of the screens of students, in Canadian French. */
import type { WordsForStudents } from './for-students-en';
import { frCA } from './fr-CA';
import { handFrCA } from './hand-fr-CA';
import { learningFrCa } from './learning-fr-CA';
import { placedFrCA } from './placed-fr-CA';
import { studentFrCA } from './student-fr-CA';

export const forStudentsFrCA: WordsForStudents = {
  ...frCA,
  student: studentFrCA,
  placed: placedFrCA,
  learning: learningFrCa,
  hand: handFrCA,
};
