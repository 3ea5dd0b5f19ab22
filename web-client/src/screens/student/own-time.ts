/** What a student decides herself: seats, tests, goals; and what she is given. Pure: rows and an instant in, facts out. */
import type {
  Assessment,
  Award,
  FlexLine,
  FlexStation,
  OwnGoal,
  OwnUnlock,
  TeamGoal,
  TeamUnlock,
} from '../../wire/views';

export type Asked = {
  readonly block: string;
  readonly what: 'goal' | 'reflection';
  readonly choices: OwnGoal['choices'];
};

export type OwnTest = {
  readonly assessment: string;
  readonly title: string;
  /** How far it is; absent until she has asked. */
  readonly unlock: OwnUnlock | undefined;
  readonly askable: boolean;
};

/** Her own place first, then where seats are free. */
export function flexPlaces(rows: Iterable<FlexStation | FlexLine>): FlexStation[] {
  return [...rows]
    .filter((row) => 'activity' in row)
    .sort((one, other) => rank(one) - rank(other) || one.code.localeCompare(other.code));
}

function rank({ state, free }: FlexStation): number {
  if (state !== undefined) return 0;
  return free > 0 ? 1 : 2;
}

/** The seat she is offered, while the offer stands. */
export function offerOf(places: readonly FlexStation[], nowMs: number): FlexStation | undefined {
  return places.find(
    ({ state, offerUntilMs }) => state === 'offered' && (offerUntilMs ?? nowMs) > nowMs,
  );
}

/** The question of the block that runs, once it is time and until it is answered. */
export function askedNow(
  rows: Iterable<OwnGoal | TeamGoal>,
  block: string | undefined,
  nowMs: number,
): Asked | undefined {
  for (const row of rows) {
    if ('student' in row || row.id !== block) continue;
    const { choices } = row;
    if (nowMs >= row.reflectAtMs) {
      return row.reflection === undefined ? { block, what: 'reflection', choices } : undefined;
    }
    if (nowMs >= row.goalAtMs && row.goal === undefined) return { block, what: 'goal', choices };
  }
  return undefined;
}

/** Each test she may ask for, and those she has asked for though they are no longer listed. */
export function ownTests(
  assessments: Iterable<Assessment>,
  rows: Iterable<OwnUnlock | TeamUnlock>,
): OwnTest[] {
  const last = new Map<string, OwnUnlock>();
  for (const row of rows) {
    const known = last.get(row.assessment);
    if (!('student' in row) && (known === undefined || known.atMs <= row.atMs)) {
      last.set(row.assessment, row);
    }
  }
  const listed = [...assessments].map(({ id, title }) => test(id, title, last.get(id), true));
  const known = new Set(listed.map(({ assessment }) => assessment));
  const others = [...last.values()].filter(({ assessment }) => !known.has(assessment));
  return [...listed, ...others.map((row) => test(row.assessment, row.title, row, false))];
}

function test(
  assessment: string,
  title: string,
  unlock: OwnUnlock | undefined,
  listed: boolean,
): OwnTest {
  const over = unlock === undefined || unlock.state === 'expired' || unlock.state === 'refused';
  return { assessment, title, unlock, askable: listed && over };
}

/** The first one given of those she has not been told of. */
export function nextAward(rows: Iterable<Award>, told: ReadonlySet<string>): Award | undefined {
  return [...rows]
    .filter(({ id }) => !told.has(id))
    .sort((one, other) => one.atMs - other.atMs)
    .at(0);
}
