/** What waits for a teacher of a team. Pure. */
import type { FlexLine, FlexStation, OwnUnlock, TeamUnlock } from '../../wire/views';

/** Those that ask before the others, each in the order of asking. */
export function teamUnlocks(rows: Iterable<OwnUnlock | TeamUnlock>): TeamUnlock[] {
  return [...rows]
    .filter((row) => 'student' in row)
    .sort((one, other) => rank(one) - rank(other) || one.askedAtMs - other.askedAtMs);
}

/** The first window that has not passed. */
export function standing(
  windows: TeamUnlock['windows'],
  nowMs: number,
): TeamUnlock['windows'][number] | undefined {
  return windows.find(({ startByMs, stands }) => stands || startByMs > nowMs);
}

function rank(unlock: TeamUnlock): number {
  return unlock.state === 'asked' ? 0 : 1;
}

/** The lines of walk-in stations: where somebody waits first. */
export function staffLines(rows: Iterable<FlexStation | FlexLine>): FlexLine[] {
  return [...rows]
    .filter((row) => 'seats' in row)
    .sort((one, other) => other.waiting - one.waiting || one.place.localeCompare(other.place));
}
