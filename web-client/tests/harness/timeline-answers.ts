// What the canned floor says to a leader's changes: lunch keeps its time, and six minutes are all
// there is before it.
import type { AnyCommand, Moved } from '../../src/wire/frames';
import type { TableRows } from '../../src/wire/views';
import { planAnswer } from './planning';

const MINUTE_MS = 60_000;
const SLACK_MIN = 6;

/** `stuck`: a pause has taken more than there is, so that resuming does not fit. */
export function timelineAnswers(tables: TableRows, stuck: boolean) {
  return (command: AnyCommand): object => {
    const { kind, body, dryRun } = command;
    const plan = planAnswer(command);
    if (plan !== undefined) return plan;
    if (kind === 'station.close' || kind === 'duty.send' || kind === 'duty.return')
      return { t: 'done', seq: 2 };
    if (kind === 'station.open')
      return { t: 'refused', code: 2010, key: 'not-your-room', retry: false };
    const by = 'minutes' in body ? body.minutes : 0;
    const minutes = kind === 'timeline.trim' ? -by : by;
    if (minutes > SLACK_MIN) return noSlack(minutes, 'less,shift');
    const policy = 'policy' in body ? body.policy : undefined;
    if (stuck && kind === 'timeline.resume' && policy === undefined)
      return noSlack(14, 'catch-up,shift');
    const result = moved(tables, minutes);
    return { t: 'done', seq: 2, result, ...(dryRun === true ? { dryRun } : {}) };
  };
}

/** What it says to a teacher about the turns in her room: a pause took all there was. */
export function turnAnswer({ kind, dryRun }: AnyCommand): object {
  if (kind === 'rotation.merge')
    return { t: 'refused', code: 2203, key: 'station-full', retry: false };
  if (kind === 'rotation.rebalance')
    return { t: 'done', seq: 2, result: evened(dryRun === true), dryRun: dryRun === true };
  if (kind === 'timeline.resume') return noSlack(4, 'catch-up');
  return { t: 'done', seq: 2, result: { version: 4, moved: [], students: 14 } };
}

/** One goes over, and even so owls are too few for a station. */
function evened(before: boolean): object {
  const groups = [
    { group: 'owls', students: 4, least: 5 },
    { group: 'foxes', students: 5, least: 0 },
  ];
  const moves = before ? [{ student: 's0', from: 'foxes', to: 'owls' }] : [];
  return { moves, groups, merge: { group: 'owls', into: 'foxes' } };
}

function noSlack(neededMin: number, options: string): object {
  const args = { neededMin: `${neededMin}`, slackMin: `${SLACK_MIN}`, anchor: 'Lunch', options };
  return { t: 'refused', code: 2103, key: 'no-slack', retry: false, args };
}

/** The third block gets the minutes, the fourth gives a third of them back, the fifth the rest. */
function moved(tables: TableRows, minutes: number): Moved {
  if (minutes === 0) return { version: 8, moved: [], students: 240 };
  const blocks = (tables.blocks ?? []).filter(({ order }) => order >= 2 && order <= 4);
  const later = (share: number) => Math.round((minutes * (3 - share)) / 3) * MINUTE_MS;
  return {
    version: 8,
    moved: blocks.flatMap(({ id: block, startMs, endMs }, at) => [
      ...(at === 0
        ? []
        : [{ block, edge: 'start' as const, fromMs: startMs, toMs: startMs + later(at - 1) }]),
      ...(at === 2
        ? []
        : [{ block, edge: 'end' as const, fromMs: endMs, toMs: endMs + later(at) }]),
    ]),
    students: 240,
  };
}
