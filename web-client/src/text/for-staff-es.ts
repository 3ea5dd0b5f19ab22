/** Every word of the screens of staff, in Spanish. */
import { es } from './es';
import { leaderEs } from './floor-es';
import type { WordsForStaff } from './for-staff-en';
import { helpEs } from './help-es';
import { helperEs } from './helper-es';
import { helpingEs } from './helping-es';
import { mentoringEs } from './mentoring-es';
import { peopleEs } from './people-es';
import { placingEs } from './placing-es';
import { planningEs } from './planning-es';
import { replayEs } from './replay-es';
import { staffEs } from './staff-es';

export const forStaffEs: WordsForStaff = {
  ...es,
  helper: helperEs,
  leader: leaderEs,
  placing: placingEs,
  replay: replayEs,
  planning: planningEs,
  mentoring: mentoringEs,
  staff: staffEs,
  helping: helpingEs,
  people: peopleEs,
  line: helpEs,
};
