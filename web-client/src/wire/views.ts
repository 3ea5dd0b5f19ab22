/** The rows a screen receives, table by table, as docs/protocol.md lists them. */
import type { Read, Shape } from './shape';
import {
  listOf,
  mapOf,
  maybe,
  members,
  number,
  oneOf,
  only,
  pair,
  record,
  text,
  whole,
  yesNo,
} from './shape';

export const arrival = oneOf(
  'expected',
  'prompted',
  'arrived',
  'late',
  'missing',
  'elsewhere',
  'staying',
  'excused',
  'departed',
);
export const helpState = oneOf(
  'waiting',
  'claimed',
  'helping',
  'on-hold',
  'unreachable',
  'deferred',
  'resolved',
  'cancelled',
  'dismissed',
  'expired',
);
export const HELP_KINDS = ['work', 'equipment', 'person', 'urgent'] as const;
export const helpKind = oneOf(...HELP_KINDS);
/** The wire takes no longer words with a call. */
export const HELP_TEXT_MAX = 80;
/** Why staff did something to a request. */
export const helpReason = oneOf(
  'mistake',
  'duplicate',
  'answered',
  'student-left',
  'other-task',
  'wellbeing',
  'offline',
  'shift-ends',
  'not-urgent',
  'drill',
  'other',
);
export const phase = oneOf('move', 'settle', 'work', 'warn', 'gap', 'done');
export const bellKind = oneOf('warning', 'move', 'tardy', 'end', 'dismiss', 'manual');
export const insertMode = oneOf('assembly', 'freeze', 'gather', 'evacuate');
const duty = oneOf('on', 'away', 'off');
const somebody = record({ id: text, name: text });
const frame = record({ x: number, y: number, w: number, h: number });

export const badge = record({ letter: text, colour: whole, shape: whole });

export const bell = record({ id: text, kind: bellKind, atMs: whole, sounds: yesNo });

export const day = record({
  id: only('day'),
  school: text,
  date: text,
  zone: text,
  dayType: text,
  state: oneOf('open', 'closed'),
  demo: yesNo,
  speed: number,
});

export const schedule = record({
  id: text,
  name: text,
  state: oneOf('running', 'paused', 'held', 'inserted'),
  version: whole,
  pausedAtMs: maybe(whole),
  heldBlock: maybe(text),
  insert: maybe(
    record({ name: text, mode: insertMode, station: maybe(text), untilMs: maybe(whole) }),
  ),
  offPlanMs: whole,
  anchor: maybe(record({ block: text, edge: oneOf('start', 'end'), atMs: whole, slackMs: whole })),
  last: maybe(record({ word: text, atMs: whole, undoUntilMs: maybe(whole) })),
  parent: maybe(record({ schedule: text, block: text })),
  room: maybe(text),
});

export const block = record({
  id: text,
  schedule: text,
  name: text,
  kind: oneOf('rotation', 'fixed', 'meal', 'assembly'),
  order: whole,
  startMs: whole,
  endMs: whole,
  plannedStartMs: whole,
  plannedEndMs: whole,
  anchorStart: yesNo,
  anchorEnd: yesNo,
});

export const agendaRow = record({
  id: text,
  schedule: text,
  block: maybe(text),
  phase,
  atMs: whole,
  bell: maybe(bell),
});

export const studentMe = record({
  id: only('me'),
  person: text,
  name: text,
  group: maybe(text),
  mode: oneOf('young', 'standard', 'compact'),
  sound: oneOf('on', 'off'),
});

/** A call that went from its owner and not by her. */
export const lostCall = record({
  id: text,
  student: somebody,
  code: text,
  how: oneOf(
    'lapsed',
    'taken-over',
    'handed-off',
    'put-back',
    'closed',
    'done',
    'fine',
    'alone',
    'stuck',
    'moved',
    'ended',
  ),
  by: maybe(text),
  state: helpState,
  to: maybe(text),
  atMs: whole,
});

export const helperMe = record({
  id: only('me'),
  person: text,
  name: text,
  duty,
  rooms: listOf(text),
  claim: maybe(text),
  hoursOver: maybe(yesNo),
  lost: maybe(listOf(lostCall)),
  post: maybe(record({ room: text, by: text, untilMs: maybe(whole) })),
});

export const stop = record({
  id: text,
  block: text,
  station: text,
  room: text,
  code: text,
  place: text,
  badge,
  seat: maybe(text),
  activity: text,
  wrapUp: maybe(text),
  adult: maybe(text),
  arrival,
  changed: yesNo,
  wasCode: maybe(text),
  unseen: maybe(yesNo),
  why: oneOf(
    'plan',
    'overlay',
    'turn',
    'teacher',
    'student-choice',
    'overflow',
    'call-up',
    'appointment',
    'stay',
    'catch-up',
    'finished',
    'no-room',
    'gathering',
  ),
  leaveAtMs: maybe(whole),
  staysUntilMs: maybe(whole),
  reported: maybe(yesNo),
  choices: maybe(listOf(record({ station: text, code: text, place: text, badge }))),
  borrowed: maybe(text),
  spot: maybe(record({ x: number, y: number })),
  helpWait: maybe(record({ minutes: whole, untilMs: whole })),
});

export const ownCall = record({
  id: text,
  state: oneOf('coming', 'now'),
  station: text,
  code: text,
  place: text,
  badge,
  by: text,
  fromMs: whole,
  untilMs: maybe(whole),
  note: maybe(text),
});

export const staffCall = record({
  id: text,
  state: oneOf('coming', 'now'),
  station: text,
  place: text,
  by: text,
  fromMs: whole,
  untilMs: maybe(whole),
  students: whole,
  names: maybe(listOf(somebody)),
});

export const alert = record({
  id: text,
  kind: oneOf('unseen-change', 'no-room', 'borrowed-seat'),
  student: maybe(somebody),
  station: text,
  code: text,
  place: text,
  sinceMs: whole,
  stop: maybe(text),
});

/** Why staff or time ended a request, in words for the student. */
export const overReason = oneOf(
  'answered',
  'duplicate',
  'mistake',
  'not-urgent',
  'student-left',
  'other-task',
  'drill',
  'no-show',
  'bell',
  'other',
);

export const ownHelp = record({
  id: text,
  state: helpState,
  kind: helpKind,
  askedAtMs: whole,
  ahead: maybe(whole),
  helper: maybe(text),
  text: maybe(text),
  version: whole,
  closedAtMs: maybe(whole),
  reason: maybe(overReason),
  trying: maybe(yesNo),
  untilMs: maybe(whole),
  estimate: maybe(record({ fromMin: whole, toMin: whole, afterBell: yesNo })),
  passed: maybe(whole),
  nobody: maybe(yesNo),
  stuckFromMs: maybe(whole),
  together: maybe(yesNo),
  huddle: maybe(text),
  inferred: maybe(yesNo),
  to: maybe(somebody),
  mentor: maybe(somebody),
});

/** How long a call has waited, as its alarms count it: `ms`, and on from `sinceMs` to `untilMs`. */
export const waited = record({ ms: whole, sinceMs: maybe(whole), untilMs: maybe(whole) });

/** Why a program has brought something here, for staff. */
export const why = record({
  what: oneOf('hand', 'blocked', 'test'),
  source: text,
  about: maybe(text),
  evidence: listOf(record({ name: text, count: whole })),
});

export const call = record({
  id: text,
  order: whole,
  state: helpState,
  kind: helpKind,
  student: somebody,
  station: text,
  room: text,
  code: text,
  place: text,
  badge,
  activity: maybe(text),
  text: maybe(text),
  waited,
  helpsToday: whole,
  owner: maybe(somebody),
  claimedAtMs: maybe(whole),
  helpingSinceMs: maybe(whole),
  epoch: whole,
  leaseMs: maybe(whole),
  version: whole,
  mine: yesNo,
  standing: record({
    lane: oneOf('urgent', 'returning', 'normal', 'inferred'),
    level: whole,
    pinned: maybe(yesNo),
    trying: maybe(yesNo),
    again: maybe(yesNo),
    moved: maybe(yesNo),
    to: maybe(text),
    others: maybe(yesNo),
    group: maybe(text),
    untilMs: maybe(whole),
    note: maybe(text),
    by: maybe(somebody),
    nudges: maybe(whole),
    held: maybe(record({ asked: yesNo, more: whole })),
    huddle: maybe(text),
    released: maybe(helpReason),
    bell: maybe(record({ fromMs: whole, atMs: whole, to: maybe(text) })),
    takeMs: maybe(whole),
    inPlaceMs: maybe(whole),
    atBell: maybe(oneOf('pass', 'drop')),
  }),
  why: maybe(why),
});

/** An open request as leaders see it: not whose it is. */
export const lineCall = record({
  id: text,
  order: whole,
  room: text,
  station: text,
  code: text,
  place: text,
  state: helpState,
  kind: helpKind,
  waited,
  level: whole,
  owner: maybe(somebody),
  epoch: whole,
  silent: maybe(yesNo),
  released: maybe(helpReason),
});

/** Who could be sent to a room, and what she would leave. */
const spare = record({
  helper: record({ id: text, name: text }),
  leaves: listOf(record({ room: text, helpers: whole })),
});

export const roomHelp = record({
  id: text,
  waiting: whole,
  longest: maybe(waited),
  onDuty: whole,
  away: whole,
  helping: whole,
  onHold: whole,
  held: whole,
  busy: maybe(yesNo),
  unhelped: maybe(yesNo),
  spare: maybe(spare),
});

const waits = record({ size: whole, p50Ms: whole, p90Ms: whole });

/** What became of the calls for help of today. */
export const helpToday = record({
  id: only('today'),
  asked: whole,
  helped: whole,
  servedPercent: maybe(whole),
  toClaim: waits,
  toArrival: waits,
  unheld: waits,
  gaveUp: waits,
  cutOff: waits,
  helpTime: waits,
  onHold: waits,
  overBell: waits,
  counts: mapOf(whole),
  never: whole,
  once: whole,
  often: whole,
  guessedOnly: whole,
});

/** What a helper has had on her hands today. */
export const helpLoad = record({
  id: text,
  name: text,
  claims: whole,
  helpingMs: whole,
  students: whole,
  interruptions: whole,
});

/** What a bell did to the calls that were open when it rang. */
export const bellCalls = record({
  id: text,
  schedule: text,
  block: maybe(text),
  atMs: whole,
  carried: whole,
  parked: whole,
  ended: whole,
  kept: whole,
  overMs: whole,
  longestMs: whole,
});

/** How often help was asked for with a lesson, in blocks that are over. */
export const lessonCalls = record({
  id: text,
  item: maybe(text),
  subject: text,
  requests: whole,
  attempts: whole,
  perHundred: maybe(whole),
});

const student = record({ id: text, name: text });

export const flexStation = record({
  id: text,
  room: text,
  code: text,
  place: text,
  badge,
  activity: text,
  free: whole,
  waiting: whole,
  state: maybe(oneOf('seated', 'waiting', 'offered')),
  ahead: maybe(whole),
  offerUntilMs: maybe(whole),
  stayUntilMs: maybe(whole),
});

export const flexLine = record({
  id: text,
  room: text,
  code: text,
  place: text,
  badge,
  seats: whole,
  there: whole,
  free: whole,
  waiting: whole,
  offered: whole,
  line: maybe(listOf(record({ id: text, name: text, offerUntilMs: maybe(whole) }))),
  stays: maybe(listOf(record({ id: text, name: text, untilMs: whole }))),
});

export const assessment = record({ id: text, title: text, subject: text, minutes: whole });

const unlockState = oneOf('asked', 'approved', 'refused', 'opened', 'submitted', 'expired');

export const ownUnlock = record({
  id: text,
  assessment: text,
  title: text,
  state: unlockState,
  by: maybe(text),
  reason: maybe(text),
  untilMs: maybe(whole),
  relockedAtMs: maybe(whole),
  atMs: whole,
});

export const teamUnlock = record({
  id: text,
  student,
  assessment: text,
  title: text,
  state: unlockState,
  code: text,
  place: text,
  askedAtMs: whole,
  by: maybe(text),
  untilMs: maybe(whole),
  minutes: maybe(whole),
  windows: listOf(record({ startByMs: whole, endMs: whole, now: yesNo, stands: yesNo })),
  relockedAtMs: maybe(whole),
  atMs: maybe(whole),
  failures: maybe(whole),
  why: maybe(why),
});

export const ownGoal = record({
  id: text,
  goalAtMs: whole,
  reflectAtMs: whole,
  goal: maybe(text),
  reflection: maybe(text),
  choices: listOf(record({ id: text, name: text })),
});

export const teamGoal = record({
  id: text,
  student,
  block: text,
  goal: maybe(text),
  reflection: maybe(text),
});

export const ownLesson = record({ id: text, prepared: yesNo, settled: yesNo });

export const teamLesson = record({
  id: text,
  student,
  block: text,
  prepared: yesNo,
  settled: yesNo,
});

export const item = record({
  id: text,
  order: whole,
  title: text,
  subject: text,
  state: oneOf('open', 'claimed', 'done'),
});

export const claim = record({ id: text, student, item: text, title: text });

export const messageTo = oneOf('room', 'person', 'leaders', 'all', 'boards');
export const inLanguage = record({ lang: text, text });
export const phrase = oneOf('please-come', 'coming', 'soon', 'cannot-now', 'thanks');

export const message = record({
  id: text,
  by: somebody,
  to: messageTo,
  room: maybe(text),
  person: maybe(somebody),
  text: maybe(text),
  phrase: maybe(phrase),
  answers: maybe(text),
  atMs: whole,
  untilMs: maybe(whole),
  got: maybe(yesNo),
  readers: maybe(record({ of: whole, got: listOf(somebody) })),
  texts: maybe(listOf(inLanguage)),
  schedule: maybe(text),
});

export const announcement = record({
  id: text,
  texts: listOf(inLanguage),
  untilMs: maybe(whole),
});

export const guess = record({
  id: text,
  student,
  code: text,
  place: text,
  rule: oneOf('spinning', 'stuck'),
  about: text,
  evidence: listOf(record({ name: text, count: whole })),
  source: text,
  atMs: whole,
  untilMs: whole,
});

export const mentee = record({
  id: text,
  name: text,
  met: yesNo,
  lastMs: maybe(whole),
  nextMs: maybe(whole),
  next: maybe(record({ code: text, place: text, startMs: whole })),
});

export const award = record({
  id: text,
  badge: text,
  name: text,
  look: badge,
  by: text,
  atMs: whole,
});

export const room = record({
  id: text,
  name: text,
  badge: maybe(badge),
  mine: maybe(yesNo),
  outline: maybe(frame),
  near: maybe(yesNo),
  unmeasured: maybe(yesNo),
});

export const station = record({
  id: text,
  room: text,
  name: text,
  kind: text,
  badge,
  status: oneOf('open', 'draining', 'closed'),
  softCap: whole,
  hardCap: whole,
  planned: maybe(whole),
  arrived: maybe(whole),
  late: maybe(whole),
  missing: maybe(whole),
  elsewhere: maybe(whole),
  bodies: maybe(whole),
  waiting: maybe(whole),
  longest: maybe(waited),
  level: maybe(whole),
  urgent: maybe(yesNo),
  adult: maybe(text),
  place: maybe(frame),
});

export const seat = record({ id: text, station: text, label: text, x: number, y: number });

export const dayType = record({ id: text, name: text });

export const dot = record({
  id: text,
  station: text,
  at: maybe(text),
  seat: maybe(text),
  arrival,
  from: maybe(text),
});

export const counts = record({
  id: only('all'),
  students: whole,
  expected: whole,
  prompted: whole,
  arrived: whole,
  late: whole,
  missing: whole,
  elsewhere: whole,
  staying: whole,
  excused: whole,
  departed: whole,
  unmeasured: whole,
  waiting: whole,
  claimed: whole,
  helping: whole,
  longest: maybe(waited),
  onDuty: whole,
});

export const helper = record({
  id: text,
  name: text,
  role: text,
  duty,
  rooms: listOf(text),
  with: maybe(text),
  own: maybe(listOf(text)),
});

export const settle = record({
  id: text,
  block: text,
  room: maybe(text),
  station: maybe(text),
  bellAtMs: whole,
  planned: whole,
  arrived: whole,
  p50Ms: maybe(whole),
  p90Ms: maybe(whole),
  p100Ms: maybe(whole),
  late: whole,
  wrong: whole,
  lostMs: whole,
});

export const incoming = record({
  id: text,
  name: text,
  block: text,
  station: text,
  seat: maybe(text),
  code: text,
});

export const rosterRow = record({
  id: text,
  name: text,
  station: text,
  seat: maybe(text),
  code: text,
  arrival,
  helped: maybe(yesNo),
  kept: maybe(
    record({
      reason: oneOf('help', 'test', 'extra-time', 'class'),
      by: maybe(text),
      place: text,
      untilMs: whole,
    }),
  ),
});

/** Where how many of a group go next; it names nobody. */
export const onward = record({
  id: text,
  group: text,
  code: text,
  place: text,
  badge,
  students: whole,
});

export const turns = record({
  id: text,
  room: text,
  groups: listOf(
    record({
      id: text,
      name: text,
      station: text,
      next: maybe(text),
      here: whole,
      away: whole,
      with: maybe(text),
    }),
  ),
  stations: listOf(record({ id: text, open: yesNo, at: maybe(text) })),
});

export const departure = record({
  id: text,
  slot: whole,
  name: text,
  shape: maybe(whole),
  stops: mapOf(pair(text, text)),
  changed: maybe(listOf(text)),
  split: maybe(listOf(text)),
});

/** What this board shows, and how large. */
export const boardSelf = record({
  id: only('board'),
  name: text,
  shows: oneOf('names', 'room', 'groups', 'countdown', 'door'),
  from: maybe(text),
  to: maybe(text),
  rooms: listOf(record({ id: text, name: text })),
  diagonal: maybe(whole),
  distanceM: maybe(number),
  part: whole,
  of: whole,
});

/** How many are planned to be behind a door in a block. */
export const doorBlock = record({ id: text, students: whole });

/** A new plan nobody has accepted or rejected yet. */
export const proposal = record({
  id: text,
  cause: record({
    of: oneOf('station', 'adult', 'student', 'day'),
    station: maybe(text),
    person: maybe(somebody),
    fromMs: maybe(whole),
  }),
  by: text,
  askedAtMs: whole,
  others: whole,
  nextToo: yesNo,
  moved: whole,
  changes: listOf(
    record({
      student: somebody,
      block: text,
      from: text,
      to: text,
      activity: text,
      why: oneOf('displaced', 'seat-free', 'made-room'),
    }),
  ),
  unmet: listOf(
    record({
      student: somebody,
      block: maybe(text),
      what: text,
      reason: oneOf('no-station', 'no-block', 'full', 'clash', 'closed', 'frozen'),
    }),
  ),
});

export type Arrival = Read<typeof arrival>;
export type HelpState = Read<typeof helpState>;
export type HelpKind = Read<typeof helpKind>;
export type Phase = Read<typeof phase>;
export type BellKind = Read<typeof bellKind>;
export type Badge = Read<typeof badge>;
export type Bell = Read<typeof bell>;
export type Frame = Read<typeof frame>;
export type Day = Read<typeof day>;
export type Schedule = Read<typeof schedule>;
export type Insert = NonNullable<Schedule['insert']>;
export type Block = Read<typeof block>;
export type InsertMode = Read<typeof insertMode>;
export type DayType = Read<typeof dayType>;
export type AgendaRow = Read<typeof agendaRow>;
export type StudentMe = Read<typeof studentMe>;
export type LostCall = Read<typeof lostCall>;
export type HelperMe = Read<typeof helperMe>;
export type Stop = Read<typeof stop>;
/** A student's own help request. */
export type OwnHelp = Read<typeof ownHelp>;
/** A help request as a helper sees it. */
export type Call = Read<typeof call>;
/** An open request as leaders see it. */
export type LineCall = Read<typeof lineCall>;
/** The help queue of one room in figures. */
export type RoomHelp = Read<typeof roomHelp>;
export type Spare = Read<typeof spare>;
export type HelpToday = Read<typeof helpToday>;
export type HelpLoad = Read<typeof helpLoad>;
export type BellCalls = Read<typeof bellCalls>;
export type LessonCalls = Read<typeof lessonCalls>;
/** A call-up as the student who is called sees it. */
export type OwnCall = Read<typeof ownCall>;
/** A call-up as staff see it. */
export type StaffCall = Read<typeof staffCall>;
export type Alert = Read<typeof alert>;
/** A station a student may come to by herself. */
export type FlexStation = Read<typeof flexStation>;
/** The line of such a station, for staff. */
export type FlexLine = Read<typeof flexLine>;
export type Assessment = Read<typeof assessment>;
export type OwnUnlock = Read<typeof ownUnlock>;
export type TeamUnlock = Read<typeof teamUnlock>;
export type Onward = Read<typeof onward>;
export type OwnGoal = Read<typeof ownGoal>;
export type TeamGoal = Read<typeof teamGoal>;
export type OwnLesson = Read<typeof ownLesson>;
export type TeamLesson = Read<typeof teamLesson>;
export type Item = Read<typeof item>;
export type Claim = Read<typeof claim>;
export type Guess = Read<typeof guess>;
export type Waited = Read<typeof waited>;
export type Why = Read<typeof why>;
/** What one adult tells others until the bell. */
export type Message = Read<typeof message>;
/** What leaders tell whoever walks past a board. */
export type Announcement = Read<typeof announcement>;
export type InLanguage = Read<typeof inLanguage>;
export type Phrase = Read<typeof phrase>;
export type Mentee = Read<typeof mentee>;
export type Award = Read<typeof award>;
export type Room = Read<typeof room>;
export type Station = Read<typeof station>;
export type Seat = Read<typeof seat>;
export type Dot = Read<typeof dot>;
export type Counts = Read<typeof counts>;
export type Helper = Read<typeof helper>;
/** How a block began: as a whole, in one room or at one station. */
export type Settle = Read<typeof settle>;
export type Proposal = Read<typeof proposal>;
export type RosterRow = Read<typeof rosterRow>;
/** Who is due in a helper's rooms in her next block. */
export type Incoming = Read<typeof incoming>;
/** The turns a room takes right now: its groups and stations. */
export type Turns = Read<typeof turns>;
export type Departure = Read<typeof departure>;
export type BoardSelf = Read<typeof boardSelf>;
export type DoorBlock = Read<typeof doorBlock>;

/** `me` and `help` mean one thing to a student and another to a helper; a field tells which. */
const me: Shape<StudentMe | HelperMe> = (value, field) =>
  'duty' in members(value, field) ? helperMe(value, field) : studentMe(value, field);
const help: Shape<OwnHelp | Call> = (value, field) =>
  'student' in members(value, field) ? call(value, field) : ownHelp(value, field);

const calls: Shape<OwnCall | StaffCall> = (value, field) =>
  'students' in members(value, field) ? staffCall(value, field) : ownCall(value, field);

const flex: Shape<FlexStation | FlexLine> = (value, field) =>
  'seats' in members(value, field) ? flexLine(value, field) : flexStation(value, field);
const unlocks: Shape<OwnUnlock | TeamUnlock> = (value, field) =>
  'student' in members(value, field) ? teamUnlock(value, field) : ownUnlock(value, field);
const goals: Shape<OwnGoal | TeamGoal> = (value, field) =>
  'student' in members(value, field) ? teamGoal(value, field) : ownGoal(value, field);
const lessons: Shape<OwnLesson | TeamLesson> = (value, field) =>
  'student' in members(value, field) ? teamLesson(value, field) : ownLesson(value, field);

export const tables = {
  day,
  schedules: schedule,
  blocks: block,
  agenda: agendaRow,
  me,
  stops: stop,
  help,
  calls,
  alerts: alert,
  flex,
  assessments: assessment,
  unlocks,
  goals,
  lessons,
  items: item,
  claims: claim,
  mentees: mentee,
  guesses: guess,
  messages: message,
  announcements: announcement,
  awards: award,
  rooms: room,
  stations: station,
  seats: seat,
  dayTypes: dayType,
  dots: dot,
  counts,
  helpers: helper,
  line: lineCall,
  roomHelp,
  helpToday,
  helpLoads: helpLoad,
  helpBells: bellCalls,
  helpLessons: lessonCalls,
  settle,
  proposals: proposal,
  roster: rosterRow,
  incoming,
  onward,
  turns,
  departures: departure,
  board: boardSelf,
  doors: doorBlock,
} as const;

export type TableName = keyof typeof tables;
export type RowOf<N extends TableName> = Read<(typeof tables)[N]>;
export type TableRows = { readonly [N in TableName]?: readonly RowOf<N>[] };

export function isTable(name: string): name is TableName {
  return Object.hasOwn(tables, name);
}
