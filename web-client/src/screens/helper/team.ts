/** What waits for a teacher of a team or a mentor. Pure. */
import type { FlexLine, FlexStation, Mentee, OwnUnlock, TeamUnlock } from '../../wire/views';

/** Those that ask before the others, each in the order of asking. */
export function teamUnlocks(rows: Iterable<OwnUnlock | TeamUnlock>): TeamUnlock[] {
  return [...rows]
    .filter((row) => 'student' in row)
    .sort((one, other) => rank(one) - rank(other) || one.askedAtMs - other.askedAtMs);
}

function rank(unlock: TeamUnlock): number {
  return unlock.state === 'asked' ? 0 : 1;
}

const LAST_MS = Number.MAX_SAFE_INTEGER;

/** Those with an appointment today first, in its order, then by name. */
export function notMet(rows: Iterable<Mentee>): Mentee[] {
  return [...rows]
    .filter(({ met }) => !met)
    .sort(
      (one, other) =>
        (one.nextMs ?? LAST_MS) - (other.nextMs ?? LAST_MS) || one.name.localeCompare(other.name),
    );
}

/** The lines of walk-in stations: where somebody waits first. */
export function staffLines(rows: Iterable<FlexStation | FlexLine>): FlexLine[] {
  return [...rows]
    .filter((row) => 'seats' in row)
    .sort((one, other) => other.waiting - one.waiting || one.place.localeCompare(other.place));
}
