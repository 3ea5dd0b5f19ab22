/** What is to be looked at, of all that carries the day: the worst first. */
import type { Health } from '../../store/health';
import type { HealthWords } from '../../text/health-en';

/**
 * @param untimed how many devices have not known the time for a while: each takes a moment to learn it
 * @param at writes a time of day
 */
export function findings(
  health: Health,
  untimed: number,
  words: HealthWords['finding'],
  at: (ms: number) => string,
): readonly string[] {
  const lost = health.boards.flatMap(({ name, here, lastSeenMs }) =>
    here || lastSeenMs === undefined ? [] : [words.board(name, at(lastSeenMs))],
  );
  const bell = health.bells.at(-1);
  return [
    ...(health.unsaved ? [words.unsaved] : []),
    ...lost,
    ...(bell !== undefined && bell.missed > 0 ? [words.missed(bell.missed, at(bell.atMs))] : []),
    ...(untimed > 0 ? [words.clocks(untimed)] : []),
    ...(health.transports.polls > 0 ? [words.polls(health.transports.polls)] : []),
    ...(health.imported?.left ?? []).map(({ file, count }) => words.imported(file, count)),
  ];
}
