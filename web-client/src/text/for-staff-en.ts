/**
 * Every word of the screens of staff, in English: what everybody reads, and what nobody else does.
 * The key set of the other languages.
 */
import { en } from './en';
import { leaderEn } from './floor-en';
import { helpEn } from './help-en';
import { helperEn } from './helper-en';
import { helpingEn } from './helping-en';
import { mentoringEn } from './mentoring-en';
import { peopleEn } from './people-en';
import { placingEn } from './placing-en';
import { planningEn } from './planning-en';
import { replayEn } from './replay-en';
import { staffEn } from './staff-en';

export const forStaffEn = {
  ...en,
  helper: helperEn,
  leader: leaderEn,
  placing: placingEn,
  replay: replayEn,
  planning: planningEn,
  mentoring: mentoringEn,
  staff: staffEn,
  helping: helpingEn,
  people: peopleEn,
  line: helpEn,
};

export type WordsForStaff = typeof forStaffEn;
