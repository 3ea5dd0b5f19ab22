// Why a change of the day was refused, in words, and what would fit instead.
import type { WordsForStaff } from '../../text/for-staff-en';
import type { LeaderWords } from '../../text/floor-en';
import { lineCall, type Block } from '../../wire/views';
import type { Refusal } from '../../store/commands';
import type { Change, Refused } from './change.svelte';

/** The most an extension may take. */
export const MINUTES_MAX = 60;

export function refusalSentence(
  refused: Refused,
  blocks: ReadonlyMap<string, Block>,
  words: WordsForStaff,
): string {
  const { leader } = words;
  const { anchor, anchors, block, byMin, neededMin, slackMin } = refused.args;
  switch (refused.key) {
    case 'no-slack': {
      const name = typeof anchor === 'string' ? (blocks.get(anchor)?.name ?? anchor) : '';
      return leader.noSlack(
        name,
        leader.minutes(whole(neededMin)),
        leader.minutes(whole(slackMin)),
      );
    }
    case 'consent-needed':
      return leader.consentNeeded(list(anchors).join(', '), leader.minutes(whole(byMin)));
    case 'block-fixed':
      return typeof block === 'string' ? leader.blockFixed(block) : leader.blockFixed('');
    default:
      return words.refusals[refused.code] ?? words.refusedOtherwise;
  }
}

/** Why an act on a call was refused, and how the call stands now. */
export function helpRefusal({ code, row }: Refusal, words: WordsForStaff): string {
  const why = words.refusals[code] ?? words.refusedOtherwise;
  if (row?.table !== 'line') return why;
  const { place, state, owner } = lineCall(row.row, 'row');
  const { states, stands } = words.line.leader;
  return `${why} ${stands(place, states[state], owner?.name)}`;
}

/** A way out: the same change, paid for by somebody else. */
export type Option = { readonly id: string; readonly label: string; readonly change: Change };

/** What the floor offers instead, each as the change that takes it. */
export function optionsOf(
  refused: Refused,
  change: Change,
  blocks: ReadonlyMap<string, Block>,
  words: LeaderWords,
): Option[] {
  if (refused.key === 'consent-needed') {
    const label = words.shiftBy(words.minutes(whole(refused.args['byMin'])));
    return [{ id: 'consent', label, change: { ...change, policy: 'shift', consent: true } }];
  }
  if (refused.key !== 'no-slack') {
    return [];
  }
  return list(refused.args['options']).flatMap((option) =>
    optionFor(option, refused, change, blocks, words),
  );
}

function optionFor(
  option: string,
  { args }: Refused,
  change: Change,
  blocks: ReadonlyMap<string, Block>,
  words: LeaderWords,
): Option[] {
  switch (option) {
    case 'less': {
      const minutes = whole(args['slackMin']);
      return [{ id: option, label: words.extendBy(minutes), change: { ...change, minutes } }];
    }
    case 'compress':
    case 'absorb-next':
      return [{ id: option, label: words.policy[option], change: { ...change, policy: option } }];
    case 'catch-up':
      return [
        { id: option, label: words.catchUp, change: { ...change, policy: 'absorb-current' } },
      ];
    case 'shift':
      return [
        {
          id: option,
          label: words.shiftBy(words.minutes(whole(args['neededMin']))),
          change: { ...change, policy: 'shift', consent: true },
        },
      ];
    case 'drop':
      return list(args['droppable']).map((block) => ({
        id: `drop ${block}`,
        label: words.dropBlock(blocks.get(block)?.name ?? block),
        change: { ...change, policy: 'drop', drop: [block] },
      }));
    default:
      return []; // A way out this screen has no act for.
  }
}

/** Lists come as one text, parted by commas. */
function list(text: unknown): string[] {
  return (typeof text === 'string' ? text : '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Arguments of a sentence come as text; what is no number of minutes counts as none. */
function whole(minutes: unknown): number {
  const number = Math.floor(Number(minutes));
  return Number.isFinite(number) ? Math.max(0, number) : 0;
}
