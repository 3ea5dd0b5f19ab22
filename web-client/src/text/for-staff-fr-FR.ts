/** Every word of the screens of staff, in the French of Europe. */
import { european } from './european';
import type { WordsForStaff } from './for-staff-en';
import { forStaffFrCA } from './for-staff-fr-CA';
import { saidAnew } from './said-anew';

export const forStaffFrFR: WordsForStaff = saidAnew(forStaffFrCA, european);
