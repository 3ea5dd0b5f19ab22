/** Every word of the screens of students, in the French of Europe. */
import { european } from './european';
import type { WordsForStudents } from './for-students-en';
import { forStudentsFrCA } from './for-students-fr-CA';
import { saidAnew } from './said-anew';

export const forStudentsFrFR: WordsForStudents = saidAnew(forStudentsFrCA, european);
