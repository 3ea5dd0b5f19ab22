// The moments of a day whose pictures are kept in docs/screens: what people see most, what they see
// when something is wrong, and every screen, size, theme and language at least once.
import type { Size } from '../harness/looks';

export type State = {
  readonly name: string;
  /** What the harness shows: a screen over canned tables, or a page over a made-up network. */
  readonly query: string;
  /** What a leader looks at. */
  readonly hash?: string;
  readonly size: Size;
  readonly lang?: 'es' | 'fr-CA';
  readonly dark?: boolean;
  /** The device has colours of its own. */
  readonly forced?: boolean;
  /** What is pressed first, by test id. */
  readonly press?: readonly string[];
  /** What is typed then, key by key. */
  readonly keys?: readonly string[];
  /** What of the page is taken, by test id; by default all that is seen of it. */
  readonly of?: string;
};

export const STATES: readonly State[] = [
  { name: 'student-work', query: 'screen=student&scene=work', size: 'C' },
  { name: 'student-move', query: 'screen=student&scene=move', size: 'C', lang: 'fr-CA' },
  { name: 'student-waiting', query: 'screen=student&scene=estimate', size: 'P' },
  { name: 'student-helping', query: 'screen=student&scene=claimed', size: 'T', lang: 'es' },
  { name: 'student-young', query: 'screen=student&scene=young-expected', size: 'T' },
  { name: 'student-frozen', query: 'screen=student&scene=frozen', size: 'C', dark: true },
  { name: 'student-choices', query: 'screen=student&scene=choices', size: 'P' },
  { name: 'student-offline', query: 'screen=student&scene=work&offline', size: 'P', lang: 'fr-CA' },
  { name: 'student-compact', query: 'screen=student&scene=compact-waiting', size: 'C', lang: 'es' },
  {
    name: 'student-way',
    query: 'screen=student&scene=missing',
    size: 'P',
    press: ['show-way'],
  },
  { name: 'helper-map', query: 'screen=helper&scene=moving', size: 'T' },
  {
    name: 'teacher-mentor',
    query: 'screen=helper&scene=placing',
    size: 'P',
    lang: 'fr-CA',
    press: ['tab-mentees', 'talk-start'],
  },
  { name: 'student-settings', query: 'screen=student&scene=work', size: 'P', press: ['settings'] },
  { name: 'student-float', query: 'part=float', size: 'F' },
  { name: 'student-forced', query: 'screen=student&scene=claimed', size: 'C', forced: true },
  { name: 'helper-line', query: 'screen=helper&scene=line', size: 'P' },
  { name: 'helper-helping', query: 'screen=helper&scene=helping', size: 'P', dark: true },
  { name: 'helper-flood', query: 'screen=helper&scene=flood', size: 'P', lang: 'es' },
  { name: 'helper-closing', query: 'screen=helper&scene=closing', size: 'P' },
  {
    name: 'helper-more',
    query: 'screen=helper&scene=closing',
    size: 'P',
    press: ['card-more'],
  },
  { name: 'helper-ask', query: 'screen=helper&scene=closing', size: 'T', press: ['ask-open'] },
  { name: 'helper-kept', query: 'screen=helper&scene=closing', size: 'P', press: ['tab-roster'] },
  { name: 'helper-lost', query: 'screen=helper&scene=lost', size: 'P' },
  { name: 'helper-empty', query: 'screen=helper&scene=empty', size: 'P' },
  { name: 'helper-marks', query: 'screen=helper&scene=marks', size: 'C' },
  { name: 'helper-told', query: 'screen=helper&scene=told', size: 'P' },
  {
    name: 'helper-messages',
    query: 'screen=helper&scene=told',
    size: 'C',
    press: ['open-messages'],
  },
  { name: 'teacher-paused', query: 'screen=helper&scene=turns-paused', size: 'C', dark: true },
  { name: 'teacher-turns', query: 'screen=helper&scene=turns', size: 'T', lang: 'fr-CA' },
  {
    name: 'teacher-projector',
    query: 'screen=helper&scene=turns',
    size: 'W',
    press: ['settings', 'projector-open'],
  },
  { name: 'leader-calm', query: 'screen=leader&scene=calm', size: 'C' },
  { name: 'leader-trouble', query: 'screen=leader&scene=trouble', size: 'C', lang: 'es' },
  { name: 'leader-move', query: 'screen=leader&scene=move', size: 'T' },
  { name: 'leader-flows', query: 'screen=leader&scene=move', size: 'C', press: ['open-flows'] },
  { name: 'leader-on-the-move', query: 'screen=leader&scene=move', size: 'C' },
  { name: 'leader-before', query: 'screen=leader&scene=before', size: 'C' },
  { name: 'leader-unmeasured', query: 'screen=leader&scene=unmeasured', size: 'C' },
  { name: 'leader-offline', query: 'screen=leader&scene=calm&offline', size: 'C' },
  { name: 'leader-room', query: 'screen=leader&scene=trouble', hash: 'room=history', size: 'C' },
  {
    name: 'leader-state',
    query: 'screen=leader&scene=trouble',
    hash: 'room=history',
    size: 'C',
    press: ['state-late'],
  },
  {
    name: 'leader-student',
    query: 'screen=leader&scene=trouble',
    hash: 'room=history&state=late&dot=2&day=2026-09-14',
    size: 'C',
    lang: 'fr-CA',
  },
  { name: 'leader-phone', query: 'screen=leader&scene=trouble', size: 'P', dark: true },
  { name: 'leader-taken', query: 'screen=leader&scene=taken', size: 'C' },
  {
    name: 'leader-help-today',
    query: 'screen=leader&scene=help',
    size: 'C',
    press: ['open-help', 'open-help-today'],
  },
  { name: 'leader-wall', query: 'screen=leader&scene=trouble&wall', size: 'W' },
  { name: 'board-move', query: 'screen=board&scene=move', size: 'W' },
  { name: 'board-quiet', query: 'screen=board&scene=calm', size: 'W', lang: 'fr-CA' },
  { name: 'board-announced', query: 'screen=board&scene=told', size: 'W' },
  { name: 'board-room', query: 'screen=board&scene=room', size: 'W', lang: 'es' },
  { name: 'board-groups', query: 'screen=board&scene=groups', size: 'W' },
  { name: 'board-countdown', query: 'screen=board&scene=countdown', size: 'T', lang: 'fr-CA' },
  { name: 'board-door', query: 'screen=board&scene=door', size: 'T' },
  { name: 'board-find', query: 'screen=board&scene=move', size: 'P' },
  { name: 'lite-board', query: 'lite=board', size: 'C' },
  { name: 'lite-day', query: 'lite=me', size: 'T' },
  { name: 'sign-in', query: 'page=sign-in', size: 'C' },
  { name: 'kiosk', query: 'page=kiosk&device=C12', size: 'C', lang: 'es' },
  {
    name: 'kiosk-student',
    query: 'page=kiosk&device=C12',
    size: 'C',
    keys: ['P', 'Y', 'D', '7', 'R', 'T', 'Enter'],
  },
  { name: 'network-check', query: 'page=network-check', size: 'T' },
  { name: 'print', query: 'page=print', size: 'C' },
  ...(['bells', 'poster', 'substitute', 'roster', 'passes', 'signs'] as const).map(
    (sheet): State => ({
      name: `print-${sheet}`,
      query: 'page=print',
      size: 'A',
      press: ['pack', ...(sheet === 'signs' ? ['choose-signs'] : [])],
      of: `sheet-${sheet}`,
    }),
  ),
  {
    name: 'print-badges',
    query: 'page=print',
    size: 'A',
    press: ['choose-badges', 'make-badges'],
    of: 'sheet-badges',
  },
  { name: 'board-new', query: 'page=pairing', size: 'W', lang: 'fr-CA' },
  { name: 'health', query: 'page=health', size: 'C' },
  { name: 'health-trouble', query: 'page=health&troubled', size: 'P', lang: 'fr-CA', dark: true },
  { name: 'visitors', query: 'page=visitors', size: 'W' },
];
