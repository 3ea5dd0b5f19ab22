// Why a change of the day was refused, in words, and what would fit instead.
import type { Words } from '../../text/en';
import type { Block } from '../../wire/views';
import type { Refused } from './change.svelte';

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

/** Minutes that would fit: what the floor offers, else the slack it found. */
export function minutesThatFit(refused: Refused): number[] {
  if (refused.key !== 'no-slack') {
    return [];
  }
  const { options, slackMin } = refused.args;
  const offered = Array.isArray(options) ? options.filter(isMinutes) : [];
  const fits = offered.length > 0 ? offered : [whole(slackMin)];
  return [...new Set(fits)].filter((minutes) => minutes >= 1).sort((one, other) => one - other);
}

function isMinutes(option: unknown): option is number {
  return typeof option === 'number' && Number.isInteger(option) && option >= 1 && option <= 60;
}

function whole(minutes: unknown): number {
  return typeof minutes === 'number' ? Math.max(0, Math.floor(minutes)) : 0;
}
