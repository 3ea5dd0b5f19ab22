/** Who takes turns with whom in a room, made ready for the screen. Pure. */
import type { CommandBody, Evened } from '../../wire/frames';
import type { Turns } from '../../wire/views';

export type JointKind = 'group' | 'station';

/** The name of something by its id; students have none where only numbers are shown. */
export type Names = Readonly<Record<JointKind, (id: string) => string>> & {
  readonly student: ((id: string) => string) | undefined;
};

/** Which sheet is open, and the closed station it begins with. */
export type TurnSheetOpen = { readonly sheet: 'join' | 'even'; readonly closed?: string };

/** What a teacher has chosen in the sheet that joins. */
export type JoinForm = {
  readonly kind: JointKind;
  readonly one: string;
  readonly into: string;
  readonly now: boolean;
};

export type Joined = { readonly kind: JointKind; readonly one: string; readonly into: string };

/** What goes with something else for the rest of the block. */
export function joinedIn({ groups, stations }: Turns): Joined[] {
  return [
    ...groups.flatMap(({ id, with: into }) =>
      into === undefined ? [] : [{ kind: 'group' as const, one: id, into }],
    ),
    ...stations.flatMap(({ id, at: into }) =>
      into === undefined ? [] : [{ kind: 'station' as const, one: id, into }],
    ),
  ];
}

/** Closed stations whose turns have no other place yet. */
export function homeless({ stations }: Turns): string[] {
  return stations.filter(({ open, at }) => !open && at === undefined).map(({ id }) => id);
}

/** What can be chosen of a kind: what goes its own way. */
export function choices(turns: Turns, kind: JointKind): string[] {
  return kind === 'group'
    ? turns.groups.filter((group) => group.with === undefined).map(({ id }) => id)
    : turns.stations.filter((station) => station.at === undefined).map(({ id }) => id);
}

/** Where it could go: nothing is taken to a closed station. */
export function targets(turns: Turns, kind: JointKind, one: string): string[] {
  const open = new Set(turns.stations.filter((station) => station.open).map(({ id }) => id));
  return choices(turns, kind).filter((id) => id !== one && (kind === 'group' || open.has(id)));
}

export function mergeOf(schedule: string, form: JoinForm): CommandBody<'rotation.merge'> {
  const { kind, one, into, now } = form;
  const named = kind === 'group' ? { group: one } : { station: one };
  return { schedule, ...named, into, ...(now ? { now } : {}) };
}

export function unmergeOf(
  schedule: string,
  { kind, one }: Joined,
): CommandBody<'rotation.unmerge'> {
  return { schedule, ...(kind === 'group' ? { group: one } : { station: one }) };
}

export type Between = { readonly from: string; readonly to: string; readonly students: number };

/** How many would go from which group to which. */
export function betweenGroups(moves: Evened['moves']): Between[] {
  const pairs = new Map<string, Between>();
  for (const { from, to } of moves) {
    const key = `${from} ${to}`;
    pairs.set(key, { from, to, students: (pairs.get(key)?.students ?? 0) + 1 });
  }
  return [...pairs.values()];
}

/** Names of groups and stations as the rows have them. */
export function namesIn(
  turns: Iterable<Turns>,
  stations: ReadonlyMap<string, { readonly name: string }>,
  student: Names['student'],
): Names {
  const groups = new Map([...turns].flatMap((one) => one.groups.map(({ id, name }) => [id, name])));
  return {
    group: (id) => groups.get(id) ?? id,
    station: (id) => stations.get(id)?.name ?? id,
    student,
  };
}
