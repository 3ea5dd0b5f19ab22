// A new plan as a leader reads it: what happened, who moves in which block, and what finds no place.
import type { PlanningWords } from '../../text/planning-en';
import type { CommandBody } from '../../wire/frames';
import type { Block, Proposal, Station } from '../../wire/views';

export type Cause = CommandBody<'plan.propose'>['cause'];
export type Replaced = Proposal['changes'][number];
export type Named = Replaced['student'];

/** The most others that may move for one student who cannot stay. */
export const OTHERS_MAX = 2;

/** Names of what the rows only have ids of. */
export type Names = {
  readonly stations: ReadonlyMap<string, Station>;
  readonly blocks: ReadonlyMap<string, Block>;
  readonly time: (atMs: number) => string;
  /** Of people chosen by hand; whoever is in a proposal has a name there. */
  readonly person: (id: string) => string;
};

export function titleOf(cause: Cause, names: Names, words: PlanningWords): string {
  switch (cause.of) {
    case 'station': {
      const station = names.stations.get(cause.station ?? '');
      const name = station?.name ?? cause.station ?? '';
      return station?.status === 'open' ? words.title.stationOpen(name) : words.title.station(name);
    }
    case 'adult':
      return words.title.adult(names.person(cause.adult ?? ''), names.time(cause.fromMs ?? 0));
    case 'student':
      return words.title.student(names.person(cause.student ?? ''));
    case 'day':
      return words.title.day;
  }
}

/** What was asked, so that it can be asked again in another way. */
export function causeOf({ cause }: Proposal): Cause {
  const { of, station, person, fromMs } = cause;
  switch (of) {
    case 'station':
      return { of, ...(station === undefined ? {} : { station }) };
    case 'adult':
      return {
        of,
        ...(person === undefined ? {} : { adult: person.id }),
        ...(fromMs === undefined ? {} : { fromMs }),
      };
    case 'student':
      return { of, ...(person === undefined ? {} : { student: person.id }) };
    case 'day':
      return { of };
  }
}

/** Whether both are about the same thing: a newer proposal stands for the older one. */
export function isAbout(one: Cause, other: Cause): boolean {
  return (
    one.of === other.of &&
    one.station === other.station &&
    one.adult === other.adult &&
    one.student === other.student
  );
}

/** Everybody who goes the same way for the same reason. */
export type Route = Pick<Replaced, 'from' | 'to' | 'why'> & { readonly students: readonly Named[] };
export type Moves = {
  readonly id: string;
  readonly block: Block | undefined;
  readonly routes: readonly Route[];
};

/** Who moves, by block in the order of the day, and in it by way, the most first. */
export function movesOf(
  { changes }: Proposal,
  blocks: ReadonlyMap<string, Block>,
): readonly Moves[] {
  return [...grouped(changes, ({ block }) => block)]
    .map(([id, rows]) => ({ id, block: blocks.get(id), routes: routesOf(rows) }))
    .sort((one, other) => (one.block?.startMs ?? 0) - (other.block?.startMs ?? 0));
}

function routesOf(rows: readonly Replaced[]): readonly Route[] {
  return [...grouped(rows, ({ from, to, why }) => `${from} ${to} ${why}`).values()]
    .flatMap(([first, ...rest]) =>
      first === undefined
        ? []
        : [{ ...first, students: [first, ...rest].map(({ student }) => student) }],
    )
    .sort((one, other) => other.students.length - one.students.length);
}

export type Lost = Pick<Proposal['unmet'][number], 'what' | 'reason'> & {
  readonly students: readonly Named[];
};

/** What finds no place, and for whom. */
export function lostOf({ unmet }: Proposal): readonly Lost[] {
  return [...grouped(unmet, ({ what, reason }) => `${reason} ${what}`).values()].flatMap(
    ([first, ...rest]) =>
      first === undefined
        ? []
        : [{ ...first, students: [first, ...rest].map(({ student }) => student) }],
  );
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}

/** How many students would be elsewhere in any block. */
export function studentsOf({ changes }: Proposal): number {
  return new Set(changes.map(({ student }) => student.id)).size;
}

/** What it comes to, in sentences. */
export function summaryOf(proposal: Proposal, words: PlanningWords): string {
  const students = studentsOf(proposal);
  const blocks = new Set(proposal.changes.map(({ block }) => block)).size;
  return [
    students === 0 ? words.nobodyMoves : words.moves(students, blocks),
    ...(proposal.moved > 0 ? [words.madeRoom(proposal.moved)] : []),
    ...(proposal.unmet.length > 0 ? [words.notPlaced(proposal.unmet.length)] : []),
  ].join(' ');
}
