/** The words of the freshness chip. */
import type { Words } from '../text/en';

export type FreshnessFacts =
  | { readonly kind: 'live' | 'connecting' | 'catching-up' }
  | { readonly kind: 'offline'; readonly sinceMs: number }
  | { readonly kind: 'ended'; readonly code: number };

export type ChipState = 'live' | 'catching-up' | 'offline' | 'simulation';

/** `at` writes a time of day. In a demo a live screen says that it is a simulation. */
export function freshnessChip(
  facts: FreshnessFacts,
  demo: boolean,
  words: Words['common'],
  at: (ms: number) => string,
): { readonly state: ChipState; readonly label: string } {
  switch (facts.kind) {
    case 'live':
      return demo
        ? { state: 'simulation', label: words.simulation }
        : { state: 'live', label: words.live };
    case 'connecting':
      return { state: 'catching-up', label: words.connecting };
    case 'catching-up':
      return { state: 'catching-up', label: words.catchingUp };
    case 'offline':
      return { state: 'offline', label: words.offlineSince(at(facts.sinceMs)) };
    case 'ended':
      return { state: 'offline', label: words.stopped };
  }
}
