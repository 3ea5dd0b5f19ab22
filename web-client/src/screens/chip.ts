// The freshness chip of a screen, from what its store knows of the connection.
import type { Freshness as ChipState } from '../parts/FreshnessChip.svelte';
import type { Freshness } from '../store/store.svelte';
import type { Words } from '../text/en';

export type Chip = { readonly state: ChipState; readonly label: string };

export function chipOf(
  freshness: Freshness,
  words: Words['common'],
  time: (atMs: number) => string,
): Chip {
  switch (freshness.kind) {
    case 'live':
      return { state: 'live', label: words.live };
    case 'connecting':
      return { state: 'catching-up', label: words.connecting };
    case 'catching-up':
      return { state: 'catching-up', label: words.catchingUp };
    case 'offline':
      return { state: 'offline', label: words.offlineSince(time(freshness.sinceMs)) };
    case 'ended':
      return { state: 'offline', label: words.stopped };
  }
}
