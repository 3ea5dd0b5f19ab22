/** Whom a helper with free hands may look at: who is here and was not helped today. */
import type { RosterRow } from '../../wire/views';
import { isHere } from './roster';

/** As many as she can keep in mind on the way. */
const SHOWN = 3;

export function notHelped(roster: Iterable<RosterRow>): readonly RosterRow[] {
  return [...roster].filter((row) => row.helped !== true && isHere(row)).slice(0, SHOWN);
}
