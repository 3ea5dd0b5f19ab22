/** Hands a store down to the parts of one screen; two screens in one document have two. */
import { getContext, setContext } from 'svelte';
import type { Store } from './store.svelte';

type Given = { readonly store: Store; readonly contained: boolean };
const KEY = Symbol('store');

/**
 * `contained`: the screen is one pane among others, and leaves the page's title and focus alone.
 */
export function provideStore(store: Store, contained = false): Store {
  setContext<Given>(KEY, { store, contained });
  return store;
}

export function useStore(): Store {
  return given().store;
}

export function isContained(): boolean {
  return given().contained;
}

function given(): Given {
  const found = getContext<Given | undefined>(KEY);
  if (found === undefined) throw new Error('this screen was given no store');
  return found;
}
