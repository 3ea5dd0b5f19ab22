/** Whom a helper with free hands may look at: who is here and was not helped today. */
import type { RosterRow } from '../../wire/views';

/** As many as she can keep in mind on the way. */
const SHOWN = 3;
const HERE: readonly RosterRow['arrival'][] = ['arrived', 'staying'];

export function notHelped(roster: Iterable<RosterRow>): readonly RosterRow[] {
  return [...roster]
    .filter(({ arrival, helped }) => helped !== true && HERE.includes(arrival))
    .slice(0, SHOWN);
}
