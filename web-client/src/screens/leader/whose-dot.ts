// Whose dot it is: asked for by hand or by an address, and written down by the server each time.
import { namesThen } from '../../store/past';
import { namesAt } from '../../store/station-names';
import type { Dot } from '../../wire/views';

export type Whose = { readonly id: string; readonly name: string; readonly dot: string };

/** @param past The instant that is looked back on; absent for now. */
export async function whoseDot(
  dot: Dot | undefined,
  past: { readonly date: string; readonly atMs: number } | undefined,
): Promise<Whose | 'notShown'> {
  if (dot === undefined) return 'notShown';
  const answer = await (past === undefined
    ? namesAt(dot.station)
    : namesThen(past.date, dot.station, past.atMs));
  const found =
    answer.kind === 'ok'
      ? answer.value.students.find((student) => student.dot === dot.id)
      : undefined;
  return found === undefined ? 'notShown' : { id: found.id, name: found.name, dot: dot.id };
}
