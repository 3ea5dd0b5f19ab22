/** Every word of the screens of staff, in Canadian French. */
import { leaderFrCA } from './floor-fr-CA';
import type { WordsForStaff } from './for-staff-en';
import { frCA } from './fr-CA';
import { helpFrCA } from './help-fr-CA';
import { helperFrCA } from './helper-fr-CA';
import { helpingFrCA } from './helping-fr-CA';
import { mentoringFrCA } from './mentoring-fr-CA';
import { peopleFrCA } from './people-fr-CA';
import { placingFrCa } from './placing-fr-CA';
import { planningFrCa } from './planning-fr-CA';
import { replayFrCa } from './replay-fr-CA';
import { staffFrCA } from './staff-fr-CA';

export const forStaffFrCA: WordsForStaff = {
  ...frCA,
  helper: helperFrCA,
  leader: leaderFrCA,
  placing: placingFrCa,
  replay: replayFrCa,
  planning: planningFrCa,
  mentoring: mentoringFrCA,
  staff: staffFrCA,
  helping: helpingFrCA,
  people: peopleFrCA,
  line: helpFrCA,
};
