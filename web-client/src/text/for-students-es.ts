/** Every word of the screens of students, in Spanish. */
import { es } from './es';
import type { WordsForStudents } from './for-students-en';
import { handEs } from './hand-es';
import { learningEs } from './learning-es';
import { placedEs } from './placed-es';
import { studentEs } from './student-es';

export const forStudentsEs: WordsForStudents = {
  ...es,
  student: studentEs,
  placed: placedEs,
  learning: learningEs,
  hand: handEs,
};
