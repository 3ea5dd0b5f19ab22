// The pictures there are: for each screen, moments of a day in which it looks different.
import type { AnyCommand, Person, ScreenName } from '../../src/wire/frames';
import type { Schedule, TableRows } from '../../src/wire/views';
import type { Script } from './canned-line';
import type { PlacingFacts } from './placing';
import type { HelperFacts, StudentFacts } from './day';
import { at, helperTables, studentTables } from './day';
import {
  CALLED,
  CHANGED,
  CHOICES,
  DRILL,
  helperPlacing,
  helperTurns,
  leaderTurns,
  OFFER,
  OWN_TIME,
  STAYS,
  studentPlacing,
} from './placing';
import { announced, closed, door, groups, hung, roomBoard, told, twelve } from './boards';
import { helpShort, helpTaken } from './help';
import { announcedByLeaders, toldHelper, toldLeaders } from './messages';
import { planned } from './planning';
import type { Scene as SchoolScene } from './school';
import { school } from './school';
import { timelineAnswers, turnAnswer } from './timeline-answers';

export type Scene = { readonly nowMs: number; readonly tables: TableRows };

const student =
  (minutes: number, facts: StudentFacts = {}) =>
  (): Scene => ({
    nowMs: at(minutes),
    tables: studentTables(at(minutes), facts),
  });
const placed = (minutes: number, facts: PlacingFacts) => (): Scene => ({
  nowMs: at(minutes),
  tables: studentPlacing(at(minutes), facts),
});
const helper =
  (facts: HelperFacts = {}) =>
  (): Scene => ({ nowMs: at(50), tables: helperTables(at(50), facts) });
const turns =
  (local: Partial<Schedule> = {}) =>
  (): Scene => ({ nowMs: at(46), tables: helperTurns(at(46), local) });
const floor = (scene: SchoolScene) => (): Scene => school(scene);

const FLOOR = {
  calm: floor('calm'),
  trouble: floor('trouble'),
  move: floor('move'),
  warn: floor('warn'),
  paused: floor('paused'),
  stuck: floor('paused'),
  held: floor('held'),
  drill: floor('drill'),
  extended: floor('extended'),
  before: floor('before'),
  unmeasured: floor('unmeasured'),
  done: floor('done'),
};

const ROSA = { id: 'rosa', name: 'Rosa Lindqvist' };

export const SCENES = {
  student: {
    work: student(91),
    expected: student(75, { arrival: 'expected' }),
    warn: student(103.6),
    move: student(70.5, { arrival: 'prompted' }),
    waiting: student(91, { help: { ahead: 2 } }),
    fresh: student(91, { help: { ahead: 0, askedAtMs: at(91) - 5000 } }),
    claimed: student(91, { help: { state: 'claimed', helper: 'Ms. Ortiz' } }),
    helping: student(91, { help: { state: 'helping', helper: 'Ms. Ortiz' } }),
    'left-alone': student(91, {
      help: { state: 'helping', helper: 'Ms. Ortiz', stuckFromMs: at(86) },
    }),
    mentor: student(91, { help: { ahead: 0, kind: 'person', mentor: ROSA } }),
    'to-mentor': student(91, { help: { ahead: 0, kind: 'person', mentor: ROSA, to: ROSA } }),
    estimate: student(91, {
      help: { ahead: 2, estimate: { fromMin: 3, toMin: 6, afterBell: false }, passed: 1 },
    }),
    inferred: student(91, { help: { inferred: true } }),
    'no-helper': student(91, { help: { ahead: 0, nobody: true }, parked: [undefined] }),
    parked: student(91, { parked: ['the second map'] }),
    trying: student(91, { help: { ahead: 1, trying: true } }),
    together: student(91, {
      help: {
        ...{ state: 'claimed', helper: 'Ms. Ortiz', together: true },
        huddle: 'the round table by the door',
      },
    }),
    'on-hold': student(91, { help: { state: 'on-hold', untilMs: at(94), stuckFromMs: at(92) } }),
    'hold-over': student(91, { help: { state: 'on-hold', untilMs: at(90), stuckFromMs: at(88) } }),
    unreachable: student(91, { help: { state: 'unreachable', untilMs: at(95) } }),
    resolved: student(91, { help: { state: 'resolved', closedAtMs: at(90) } }),
    dismissed: student(91, {
      help: { state: 'dismissed', closedAtMs: at(90), reason: 'answered' },
    }),
    'no-show': student(91, {
      help: { state: 'expired', closedAtMs: at(90), reason: 'no-show' },
    }),
    expired: student(91, { help: { state: 'expired', closedAtMs: at(90) } }),
    'young-on-hold': student(91, {
      mode: 'young',
      help: { state: 'on-hold', untilMs: at(90), stuckFromMs: at(88) },
    }),
    paused: student(91, { paused: true }),
    before: student(-10),
    done: student(300),
    none: student(91, { noPlan: true }),
    missing: student(91, { arrival: 'missing' }),
    compact: student(91, { mode: 'compact' }),
    'compact-waiting': student(91, { mode: 'compact', help: { ahead: 2 } }),
    young: student(91, { mode: 'young' }),
    'young-warn': student(103.6, { mode: 'young' }),
    'young-expected': student(75, { mode: 'young', arrival: 'expected' }),
    helped: student(91),
    'young-helped': student(91, { mode: 'young' }),
    'young-fresh': student(91, { mode: 'young', help: { ahead: 0, askedAtMs: at(91) - 5000 } }),
    'young-move': student(70.5, { mode: 'young', arrival: 'prompted' }),
    frozen: placed(91, { insert: DRILL.freeze }),
    gathering: placed(91, { insert: DRILL.gather, arrival: 'prompted' }),
    changed: placed(91, CHANGED),
    'changed-now': placed(91, { ...CHANGED, block: 2, arrival: 'prompted' }),
    called: placed(91, { ...CALLED.now, arrival: 'prompted' }),
    'called-later': placed(91, CALLED.coming),
    stays: placed(91, STAYS),
    choices: placed(91, CHOICES),
    'own-time': placed(91, { own: OWN_TIME }),
    offer: placed(91, { own: OFFER }),
    'young-own-time': placed(91, { own: OWN_TIME, mode: 'young' }),
    'young-offer': placed(91, { own: OFFER, mode: 'young' }),
    'young-frozen': placed(91, { insert: DRILL.freeze, mode: 'young' }),
    'young-gathering': placed(91, { insert: DRILL.gather, arrival: 'prompted', mode: 'young' }),
    'young-changed': placed(91, { ...CHANGED, mode: 'young' }),
    'young-called': placed(91, { ...CALLED.now, arrival: 'prompted', mode: 'young' }),
    'young-stays': placed(91, { ...STAYS, mode: 'young' }),
    'young-choices': placed(91, { ...CHOICES, mode: 'young' }),
  },
  helper: {
    line: helper(),
    claimed: helper({ mine: 'claimed' }),
    helping: helper({ mine: 'helping' }),
    'hours-over': helper({ mine: 'helping', hoursOver: true }),
    empty: helper({ hands: 0 }),
    off: helper({ duty: 'off' }),
    flood: helper({
      hands: 11,
      standing: { 1: { level: 0, group: 'h1' }, 3: { group: 'h1' }, 5: { group: 'h1' } },
    }),
    away: helper({ duty: 'away' }),
    moving: helper({
      standing: {
        0: { level: 1, moved: true, inPlaceMs: at(53) },
        2: { level: 0 },
      },
    }),
    closing: helper({
      standing: {
        0: { level: 1, bell: { fromMs: at(49.5), atMs: at(51), to: 'Workshop' } },
        1: { level: 1 },
        2: { level: 0, takeMs: at(49) },
        3: { level: 0, bell: { fromMs: at(49.5), atMs: at(51) } },
        4: { lane: 'urgent', level: 0 },
      },
      kept: { 2: { reason: 'help', by: 'Rosa Lindqvist', place: 'Science lab', untilMs: at(56) } },
    }),
    lost: helper({
      lost: [
        {
          ...{ id: 'h0', student: { id: 's0', name: 'Mira K.' }, code: 'C12', atMs: at(50) },
          ...{ how: 'handed-off', by: 'Lea Moreau', state: 'claimed', to: 'Rosa Lindqvist' },
        },
      ],
    }),
    marks: helper({
      hands: 6,
      standing: {
        0: { lane: 'urgent', level: 3 },
        1: { lane: 'returning', level: 2, again: true, moved: true, released: 'other-task' },
        3: { level: 0, to: 'Rosa Lindqvist', others: true },
        4: { lane: 'normal', trying: true, pinned: true },
        5: { lane: 'inferred', level: 0 },
      },
      why: {
        1: { what: 'hand', source: 'Practice Hall', about: 'Unit 3 Q5', evidence: [] },
        5: {
          what: 'blocked',
          source: 'Practice Hall',
          about: 'Fractions',
          evidence: [{ name: 'failures', count: 2 }],
        },
      },
    }),
    group: helper({ mine: 'helping', group: 3 }),
    nudged: helper({ mine: 'helping', standing: { 0: { level: 0, nudges: 1 } } }),
    held: helper({
      mine: 'helping',
      standing: { 0: { level: 0, held: { asked: true, more: 1 } } },
    }),
    'on-hold': helper({
      state: { 2: 'on-hold', 4: 'unreachable' },
      standing: {
        2: {
          level: 0,
          untilMs: at(53),
          note: 'read it aloud',
          by: { id: 'abel', name: 'Abel Ortiz' },
        },
        4: { level: 0, untilMs: at(54), by: { id: 'abel', name: 'Abel Ortiz' } },
      },
    }),
    placing: (): Scene => ({ nowMs: at(50), tables: helperPlacing(at(50)) }),
    silent: helper({ mine: 'claimed' }),
    turns: turns(),
    told: (): Scene => toldHelper(helper()()),
    'turns-paused': turns({ state: 'paused', pausedAtMs: at(46) }),
  },
  leader: {
    ...FLOOR,
    planned: (): Scene => planned(school('trouble')),
    help: (): Scene => helpShort(school('calm')),
    taken: (): Scene => helpTaken(helpShort(school('calm'))),
    there: (): Scene => helpTaken(helpShort(school('calm')), 'helping'),
    told: (): Scene => toldLeaders(school('calm')),
    announced: (): Scene => announcedByLeaders(school('calm')),
    turns: (): Scene => leaderTurns(school('calm')),
  },
  board: {
    ...FLOOR,
    range: hung('warn', { from: 'A', to: 'M', diagonal: 55, distanceM: 4 }),
    twelve: hung('move', { from: 'A', to: 'Z' }, twelve),
    alias: hung('move', {}, (row, at) =>
      at % 3 === 0 ? { ...row, name: 'Kind Tortoise', shape: at % 8 } : row,
    ),
    far: hung('move', { diagonal: 65, distanceM: 6 }),
    farthest: hung('move', { diagonal: 32, distanceM: 8 }),
    countdown: hung('calm', { shows: 'countdown' }),
    groups,
    door,
    room: roomBoard,
    /** The first of two that show the same. */
    shared: hung('move', { part: 1, of: 2 }),
    closed,
    told,
    announced: announced('calm'),
    'announced-move': announced('move'),
    'announced-held': announced('held'),
    'announced-countdown': announced('calm', { shows: 'countdown' }),
  },
} as const satisfies Record<ScreenName, Record<string, () => Scene>>;

const PEOPLE: Readonly<Record<ScreenName, Person>> = {
  student: { id: 'mira-k', name: 'Mira K.', role: 'student' },
  helper: { id: 'abel', name: 'Abel Ortiz', role: 'paraprofessional' },
  leader: { id: 'lea', name: 'Lea Moreau', role: 'leader' },
  board: { id: 'hall', name: 'Hall board', role: 'board' },
};

const TEACHER: Person = { id: 'abel', name: 'Abel Ortiz', role: 'teacher' };

/** No beat is sent, so none is promised while a picture is looked at. */
const BEAT_MS = 600_000;

/** What a line says that serves that screen in that scene, from now on. */
export function scriptOf(screen: ScreenName, scene: string): Script {
  const scenes: Readonly<Record<string, () => Scene>> = SCENES[screen];
  const made = scenes[scene]?.();
  if (made === undefined) throw new Error(`${screen}: ${Object.keys(scenes).join(' ')}`);
  const { nowMs, tables } = made;
  return {
    screen,
    tables,
    person: screen === 'helper' && scene.startsWith('turns') ? TEACHER : PEOPLE[screen],
    clock: { originMs: Math.round(Date.now()), baseMs: nowMs, speed: 1 },
    beatMs: BEAT_MS,
    ...(screen === 'leader' ? { answer: timelineAnswers(tables, scene === 'stuck') } : {}),
    ...(scene.startsWith('turns') ? { answer: turnAnswer } : {}),
    ...(scene === 'silent' ? { then: silentDevices(tables) } : {}),
    ...(scene.endsWith('helped') ? helpedBefore(nowMs) : {}),
  };
}

/** A student who was helped lately: a hand without a word is asked what she tried. */
function helpedBefore(nowMs: number): Pick<Script, 'answer' | 'change'> {
  const asks = (command: AnyCommand) => command.kind === 'help.ask';
  const { help = [] } = studentTables(nowMs, { help: { ahead: 0, askedAtMs: nowMs } });
  return {
    answer: (command) => {
      if (!asks(command)) return { t: 'done', seq: 2 };
      if ('text' in command.body) return undefined;
      return { t: 'done', seq: 2, result: { help: 'h1', tellTried: true } };
    },
    change: (command) => (asks(command) ? { help } : undefined),
  };
}

/** The device of the last who waits is gone, and that of whom she comes to showed nothing. */
function silentDevices({ help = [] }: TableRows): object[] {
  const calls = help.filter((row) => 'student' in row);
  const seen = calls.slice(-1).map(({ student: { id } }) => ({ id, lastSeenMs: at(48) }));
  const reached = calls.filter(({ mine }) => mine).map(({ id }) => ({ id, unshown: true }));
  return [
    { t: 'presence', to: 1, seen, back: [] },
    { t: 'receipts', to: 1, reached, gone: [] },
  ];
}
