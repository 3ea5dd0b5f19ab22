// Why a change of the day was refused, in words, and what would fit instead.
import type { Words } from '../../text/en';
import type { Block } from '../../wire/views';
import type { Refused } from './change.svelte';

/** The most an extension may take. */
export const MINUTES_MAX = 60;

export function refusalSentence(
  refused: Refused,
  blocks: ReadonlyMap<string, Block>,
  words: Words,
): string {
  if (refused.key !== 'no-slack') {
    return words.refusals[refused.code] ?? words.refusedOtherwise;
  }
  const { anchor, neededMin, slackMin } = refused.args;
  const name = typeof anchor === 'string' ? (blocks.get(anchor)?.name ?? anchor) : '';
  const { leader } = words;
  return leader.noSlack(name, leader.minutes(whole(neededMin)), leader.minutes(whole(slackMin)));
}

/** Minutes that would fit: what the floor offers (`"2,4"`), else the slack it found. */
export function minutesThatFit(refused: Refused): number[] {
  if (refused.key !== 'no-slack') {
    return [];
  }
  const { slackMin } = refused.args;
  const offered = offers(refused.args)
    .map(whole)
    .filter((minutes) => minutes <= MINUTES_MAX);
  const fits = offered.some((minutes) => minutes >= 1) ? offered : [whole(slackMin)];
  return [...new Set(fits)].filter((minutes) => minutes >= 1).sort((one, other) => one - other);
}

/** Whether the floor offers to run again on the times there were before the pause. */
export function canCatchUp({ key, args }: Refused): boolean {
  return key === 'no-slack' && offers(args).includes('catch-up');
}

/** `"2,less,catch-up"`: minutes, and ways out by name. A name this screen has no act for is passed over. */
function offers({ options }: Refused['args']): string[] {
  return String(options ?? '')
    .split(',')
    .map((option) => option.trim());
}

/** Arguments of a sentence come as text; what is no number of minutes counts as none. */
function whole(minutes: unknown): number {
  const number = Math.floor(Number(minutes));
  return Number.isFinite(number) ? Math.max(0, number) : 0;
}
