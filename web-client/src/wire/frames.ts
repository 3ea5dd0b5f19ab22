/** The frames of `carillon.v1`, as docs/protocol.md lists them. */
import type { Read, Row, Shape } from './shape';
import { listOf, mapOf, maybe, members, number, oneOf, only, raw, record, text } from './shape';
import { whole, yesNo } from './shape';
import type { HelpKind, TableName, TableRows } from './views';
import { arrival, bellKind, helpReason, insertMode, isTable } from './views';
import { inLanguage, messageTo, phrase, tables } from './views';

export const PROTOCOL = 'carillon.v1';

export const role = oneOf(
  'student',
  'paraprofessional',
  'teacher',
  'leader',
  'administrator',
  'board',
);
export const screenName = oneOf('student', 'helper', 'leader', 'board');
export const cursor = record({ epoch: whole, seq: whole, tag: text });
export const clockState = record({ originMs: whole, baseMs: whole, speed: number });
export const person = record({ id: text, name: text, role });

export type Role = Read<typeof role>;
export type ScreenName = Read<typeof screenName>;
export type Cursor = Read<typeof cursor>;
/** Floor time = `baseMs + (source − originMs) × speed`. */
export type ClockState = Read<typeof clockState>;
export type Person = Read<typeof person>;

const welcome = record({
  t: only('welcome'),
  person,
  screen: screenName,
  lang: text,
  school: text,
  date: text,
  demo: yesNo,
  beatMs: whole,
  retry: record({ minMs: whole, maxMs: whole }),
  limits: record({ frameBytes: whole, perSecond: whole, burst: whole }),
  clock: clockState,
  sourceMs: whole,
  build: maybe(text),
});

/** Rows of the tables this client knows; a table it does not know is left out. */
const tableRows: Shape<TableRows> = (value, field) => {
  const found: Partial<Record<TableName, readonly unknown[]>> = {};
  for (const [name, rows] of Object.entries(members(value, field))) {
    if (isTable(name)) found[name] = listOf<unknown>(tables[name])(rows, `${field}.${name}`);
  }
  return found as TableRows;
};

const view = record({ t: only('view'), cursor, atMs: whole, tables: tableRows });

const patch = record({
  t: only('patch'),
  from: cursor,
  to: cursor,
  set: maybe(tableRows),
  gone: maybe(mapOf(listOf(text))),
});

const done = record({
  t: only('done'),
  id: text,
  seq: whole,
  result: maybe(raw),
  dryRun: maybe(yesNo),
});

const refused = record({
  t: only('refused'),
  id: text,
  code: whole,
  key: text,
  retry: yesNo,
  retryAfterMs: maybe(whole),
  args: maybe(mapOf(raw)),
  row: maybe(record({ table: text, row: raw })),
});

const ring = record({
  t: only('ring'),
  bell: text,
  kind: bellKind,
  schedule: text,
  atMs: whole,
  late: yesNo,
});

/** A bell, and how it reached the devices. */
export const heardBell = record({
  bell: text,
  kind: bellKind,
  schedule: text,
  atMs: whole,
  devices: whole,
  rang: whole,
  p50Ms: maybe(whole),
  p95Ms: maybe(whole),
  maxMs: maybe(whole),
  hidden: whole,
  late: whole,
  missed: whole,
});
export const heardClocks = record({ devices: whole, unsynced: whole, p95Ms: maybe(whole) });

const heard = record({ t: only('heard'), bells: listOf(heardBell), clocks: heardClocks });

const presence = record({
  t: only('presence'),
  from: maybe(whole),
  to: whole,
  seen: listOf(record({ id: text, lastSeenMs: whole })),
  back: listOf(text),
});

const receipts = record({
  t: only('receipts'),
  from: maybe(whole),
  to: whole,
  reached: listOf(
    record({
      id: text,
      stage: maybe(oneOf('delivered', 'shown', 'acknowledged')),
      unshown: yesNo,
    }),
  ),
  gone: listOf(text),
});

const clockAnswer = record({
  t: only('clock'),
  t0: maybe(number),
  t1: whole,
  t2: whole,
  clock: clockState,
});

const beat = record({ t: only('beat'), cursor, unsaved: maybe(yesNo) });
const goaway = record({ t: only('goaway'), afterMs: whole, reason: text });
const wireError = record({
  ...{ t: only('error'), code: whole, key: text, detail: text },
  /** Of the command that made no sense. */
  id: maybe(text),
});

export const fromServer = {
  welcome,
  view,
  patch,
  done,
  refused,
  ring,
  heard,
  presence,
  receipts,
  clock: clockAnswer,
  beat,
  goaway,
  error: wireError,
} as const;

export type FromServer = Read<(typeof fromServer)[keyof typeof fromServer]>;
export type Welcome = Read<typeof welcome>;
export type View = Read<typeof view>;
export type Patch = Read<typeof patch>;
/** Why staff did something to a request. */
export type HelpReason = Read<typeof helpReason>;
export type Done = Read<typeof done>;
export type Refused = Read<typeof refused>;
export type ServerError = Read<typeof wireError>;
export type Ring = Read<typeof ring>;
/** How the last bells reached the devices, oldest first, and how well these know the time. */
export type Heard = Read<typeof heard>;
/** Whose devices are gone, and whose are back; a frame without `from` says everything. */
export type Presence = Read<typeof presence>;
/** How far the prompts of a helper's calls came; a frame without `from` says everything. */
export type Receipts = Read<typeof receipts>;
export type ClockAnswer = Read<typeof clockAnswer>;

const steered = {
  schedule: maybe(text),
  room: maybe(text),
  group: maybe(text),
  scope: maybe(only('school')),
  reason: maybe(text),
};
const rippled = {
  ...steered,
  policy: maybe(oneOf('compress', 'absorb-next', 'absorb-current', 'shift', 'drop')),
  consent: maybe(yesNo),
  drop: maybe(listOf(text)),
};

const named = { students: maybe(listOf(text)), group: maybe(text) };

/** What happened, so that a new plan is asked for. */
const cause = record({
  of: oneOf('station', 'adult', 'student', 'day'),
  station: maybe(text),
  adult: maybe(text),
  fromMs: maybe(whole),
  student: maybe(text),
});

/** What each command says; `docs/protocol.md` lists who may say it. */
export const commandBodies = {
  'help.ask': record({
    kind: text as Shape<HelpKind>,
    text: maybe(text),
    student: maybe(text),
    alone: maybe(yesNo),
    to: maybe(text),
  }),
  'help.cancel': record({ help: text }),
  'help.claim': record({ help: text }),
  'help.next': record({}),
  'help.arrived': record({ help: text, epoch: whole }),
  'help.release': record({ help: text, epoch: whole, reason: maybe(helpReason) }),
  'help.done': record({ help: text, epoch: maybe(whole) }),
  'help.trying': record({ help: text, on: yesNo }),
  'help.here': record({ help: text }),
  'help.stuck': record({ help: text }),
  'help.reopen': record({ help: text }),
  'help.undo': record({ help: text }),
  'help.group': record({ helps: listOf(text) }),
  'help.decline': record({ help: text }),
  'help.noted': record({ helps: listOf(text) }),
  'help.tell': record({
    help: text,
    kind: text as Shape<HelpKind>,
    text: maybe(text),
    alone: maybe(yesNo),
    to: maybe(text),
  }),
  'help.renew': record({ help: text, epoch: whole }),
  'help.not-here': record({ help: text, epoch: whole }),
  'help.hold': record({ help: text, epoch: whole, minutes: maybe(whole), note: maybe(text) }),
  'help.hand-off': record({
    help: text,
    epoch: maybe(whole),
    to: maybe(text),
    role: maybe(oneOf('paraprofessional', 'teacher')),
  }),
  'help.take-over': record({ help: text, reason: helpReason }),
  'help.keep': record({ help: text, epoch: whole }),
  'help.done-all': record({ help: text, epoch: whole }),
  'help.dismiss': record({ help: text, epoch: maybe(whole), reason: helpReason }),
  'help.lower': record({
    help: text,
    kind: oneOf('work', 'equipment', 'person'),
    reason: helpReason,
  }),
  'help.pin': record({ help: text, on: yesNo }),
  'help.at-bell': record({ help: text, what: oneOf('carry', 'pass', 'drop') }),
  'help.clear': record({ room: text, count: whole, reason: helpReason }),
  'help.unclear': record({ room: text }),
  'help.tell-wait': record({ room: text, minutes: whole }),
  'flex.join': record({ station: text }),
  'flex.leave': record({ station: text }),
  'flex.accept': record({ station: text }),
  'flex.pass': record({ station: text }),
  'unlock.ask': record({ assessment: text }),
  'unlock.approve': record({ unlock: text }),
  'unlock.undo': record({ unlock: text }),
  'unlock.refuse': record({ unlock: text, reason: maybe(text) }),
  'unlock.open': record({ unlock: text }),
  'unlock.submit': record({ unlock: text }),
  'goal.set': record({ choice: maybe(text), text: maybe(text) }),
  'reflection.write': record({ choice: maybe(text), text: maybe(text), block: maybe(text) }),
  'mentor.met': record({ student: text }),
  'hint.dismiss': record({ hint: text }),
  'message.send': record({
    to: messageTo,
    room: maybe(text),
    person: maybe(text),
    text: maybe(text),
    phrase: maybe(phrase),
    answers: maybe(text),
    schedule: maybe(text),
    texts: maybe(listOf(inLanguage)),
  }),
  'message.read': record({ message: text }),
  'message.withdraw': record({ message: text }),
  'prepared.set': record({ prepared: yesNo, student: maybe(text), block: maybe(text) }),
  'badge.award': record({ student: text, badge: text }),
  'learning.finish': record({
    item: text,
    how: maybe(oneOf('finished', 'tested-out')),
    student: maybe(text),
  }),
  'duty.start': record({}),
  'duty.end': record({}),
  'duty.away': record({ away: yesNo }),
  'duty.send': record({ helper: text, room: text }),
  'duty.return': record({ helper: text }),
  'arrival.report': record({
    station: maybe(text),
    evidence: maybe(oneOf('self', 'code', 'seat')),
    seat: maybe(text),
    atMs: maybe(whole),
  }),
  'arrival.mark': record({ student: text, station: text }),
  'arrival.all-here': record({ station: text }),
  'prompt.ack': record({ block: text }),
  'place.retarget': record({
    ...named,
    station: text,
    block: maybe(text),
    force: maybe(yesNo),
    reason: maybe(text),
  }),
  'place.move-schedule': record({ student: text, schedule: text }),
  'call.up': record({
    ...named,
    station: text,
    fromMs: maybe(whole),
    minutes: maybe(whole),
    note: maybe(text),
  }),
  'call.end': record({ call: text }),
  'stay.allow': record({
    student: text,
    minutes: maybe(whole),
    reason: oneOf('test', 'extra-time', 'help'),
  }),
  'stay.end': record({ student: text }),
  'stay.class': record({ station: text, minutes: whole }),
  'away.start': record({
    student: text,
    kind: oneOf('absent', 'office', 'nurse', 'restroom', 'pass', 'study', 'home'),
    until: maybe(text),
  }),
  'away.end': record({ student: text }),
  'choice.take': record({ block: text, station: text }),
  'change.ack': record({ block: text }),
  'station.close': record({ station: text, drain: maybe(yesNo), reason: maybe(text) }),
  'station.open': record({ station: text }),
  'rotation.merge': record({
    schedule: text,
    group: maybe(text),
    station: maybe(text),
    into: text,
    now: maybe(yesNo),
  }),
  'rotation.unmerge': record({
    schedule: text,
    group: maybe(text),
    station: maybe(text),
    now: maybe(yesNo),
  }),
  'rotation.rebalance': record({
    schedule: text,
    now: maybe(yesNo),
    students: maybe(listOf(text)),
  }),
  'plan.propose': record({
    cause,
    others: maybe(whole),
    nextToo: maybe(yesNo),
    automatic: maybe(yesNo),
  }),
  'plan.accept': record({ proposal: text }),
  'plan.reject': record({ proposal: text }),
  'plan.close': record({ stations: listOf(text), changes: maybe(whole) }),
  'plan.reopen': record({ stations: listOf(text) }),
  'timeline.pause': record(steered),
  'timeline.resume': record(rippled),
  'timeline.catch-up': record(steered),
  'timeline.hold': record(steered),
  'timeline.release': record(rippled),
  'timeline.extend': record({ ...rippled, minutes: whole }),
  'timeline.trim': record({ ...steered, minutes: whole }),
  'timeline.advance': record({ ...steered, gap: maybe(yesNo) }),
  'timeline.skip': record({ ...steered, block: text, gap: maybe(yesNo) }),
  'timeline.insert': record({
    ...steered,
    name: text,
    mode: insertMode,
    station: maybe(text),
    minutes: maybe(whole),
  }),
  'timeline.end-insert': record(rippled),
  'timeline.switch-day': record({ ...steered, dayType: text }),
  'timeline.undo': record(steered),
  'timeline.ring': record(steered),
  'bell.align': record({ heardAtMs: whole, schedule: maybe(text) }),
  'clock.speed': record({ speed: whole }),
  'clock.jump': record({}),
} as const;

const claimed = record({ help: text, epoch: whole });
const movedEdge = record({
  block: text,
  edge: oneOf('start', 'end'),
  fromMs: whole,
  toMs: whole,
});
const moved = record({
  version: whole,
  moved: listOf(movedEdge),
  students: whole,
  dropped: maybe(listOf(text)),
  added: maybe(listOf(text)),
  lost: maybe(listOf(record({ student: text, block: text, item: text }))),
  turns: maybe(listOf(movedEdge)),
});

const atStation = record({ station: text, students: whole });
/** Taken back it tells of how many only. */
const runsOver = record({
  students: whole,
  untilMs: maybe(whole),
  awaited: maybe(listOf(atStation)),
  crowded: maybe(listOf(atStation)),
});
export type RunsOver = Read<typeof runsOver>;
const evened = record({
  moves: listOf(record({ student: text, from: text, to: text })),
  groups: listOf(record({ group: text, students: whole, least: whole })),
  merge: maybe(record({ group: text, into: text })),
});
/** Why something of a proposal does not hold any more. */
const outdated = oneOf('begun', 'gone', 'chosen', 'moved', 'closed', 'full', 'apart');
export type Outdated = Read<typeof outdated>;

/** What `done.result` holds, for the commands that give one. */
export const commandResults = {
  'help.ask': record({ help: text, parked: maybe(listOf(text)), tellTried: maybe(yesNo) }),
  'help.claim': claimed,
  'help.next': claimed,
  'help.group': claimed,
  'help.take-over': claimed,
  'help.reopen': record({ help: text }),
  'help.undo': record({ help: text, epoch: maybe(whole) }),
  'unlock.ask': record({ unlock: text }),
  'arrival.report': record({ arrival }),
  'arrival.all-here': record({ students: whole }),
  'place.retarget': record({ students: whole }),
  'call.up': record({ call: text, students: whole }),
  'choice.take': record({ students: whole }),
  'stay.class': runsOver,
  'rotation.merge': record({ students: whole }),
  'rotation.unmerge': record({ students: whole }),
  'rotation.rebalance': evened,
  'plan.propose': record({
    proposal: text,
    changes: whole,
    students: whole,
    unmet: whole,
    accepted: yesNo,
  }),
  'plan.accept': record({
    proposal: text,
    changes: whole,
    students: whole,
    left: maybe(listOf(record({ why: outdated, changes: whole }))),
  }),
  'plan.close': record({
    changes: whole,
    students: whole,
    to: listOf(record({ station: text, students: whole })),
    unmet: listOf(text),
  }),
  'timeline.pause': moved,
  'timeline.resume': moved,
  'timeline.catch-up': moved,
  'timeline.hold': moved,
  'timeline.release': moved,
  'timeline.extend': moved,
  'timeline.trim': moved,
  'timeline.advance': moved,
  'timeline.skip': moved,
  'timeline.insert': moved,
  'timeline.end-insert': moved,
  'timeline.switch-day': moved,
  'timeline.undo': moved,
  'timeline.ring': moved,
  'bell.align': record({ fromMs: whole, toMs: whole }),
  'clock.jump': record({ atMs: whole }),
} as const;

export type CommandKind = keyof typeof commandBodies;
export type CommandBody<K extends CommandKind> = Read<(typeof commandBodies)[K]>;
export type CommandResult<K extends CommandKind> = K extends keyof typeof commandResults
  ? Read<(typeof commandResults)[K]>
  : undefined;
export type Moved = Read<typeof moved>;
export type Evened = Read<typeof evened>;

/** One command of one kind; [AnyCommand] is the union of all. */
export type Command<K extends CommandKind> = {
  readonly t: 'command';
  readonly id: string;
  readonly date: string;
  readonly kind: K;
  readonly body: CommandBody<K>;
  readonly dryRun?: boolean;
  readonly expect?: number;
};
export type AnyCommand = { [K in CommandKind]: Command<K> }[CommandKind];

const hello = record({
  t: only('hello'),
  protocol: only(PROTOCOL),
  device: text,
  app: text,
  ticket: text,
  screen: screenName,
  cursor: maybe(cursor),
});

const receipt = record({
  t: only('receipt'),
  of: oneOf('bell', 'prompt', 'agenda'),
  id: text,
  stage: oneOf('armed', 'rung', 'missed', 'delivered', 'shown', 'acknowledged'),
  skewMs: maybe(whole),
  hidden: maybe(yesNo),
});

const clockAsk = record({ t: only('clock'), t0: number, errorMs: maybe(number) });

const envelope = record({
  t: only('command'),
  id: text,
  date: text,
  kind: text,
  body: raw,
  dryRun: maybe(yesNo),
  expect: maybe(whole),
});

const command: Shape<AnyCommand> = (value, field) => {
  const found: Row<{ kind: Shape<string> }> & { body: unknown } = envelope(value, field);
  if (!isCommand(found.kind)) return only('a command')(found.kind, 'kind') as never;
  return { ...found, body: commandBodies[found.kind](found.body, 'body') } as AnyCommand;
};

export const fromDevice = { hello, command, receipt, clock: clockAsk } as const;

export type Hello = Read<typeof hello>;
export type Receipt = Read<typeof receipt>;
export type ClockAsk = Read<typeof clockAsk>;
export type FromDevice = Hello | AnyCommand | Receipt | ClockAsk;

export function isCommand(kind: string): kind is CommandKind {
  return Object.hasOwn(commandBodies, kind);
}
