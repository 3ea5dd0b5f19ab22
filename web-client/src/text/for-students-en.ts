/**
 * Every word of the screens of students, in English: what everybody reads, and what nobody else
 * does. The key set of the other languages.
 */
import { en } from './en';
import { handEn } from './hand-en';
import { learningEn } from './learning-en';
import { placedEn } from './placed-en';
import { studentEn } from './student-en';

export const forStudentsEn = {
  ...en,
  student: studentEn,
  placed: placedEn,
  learning: learningEn,
  hand: handEn,
};

export type WordsForStudents = typeof forStudentsEn;
