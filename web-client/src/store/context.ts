/** Hands a store down to the parts of one screen; two screens in one document have two. */
import { getContext, setContext } from 'svelte';
import type { Store } from './store.svelte';

/** Signs out; `false` when the server did not hear it. */
export type Leave = () => Promise<boolean>;

type Given = {
  readonly store: Store;
  readonly contained: boolean;
  readonly leave: Leave | undefined;
};
const KEY = Symbol('store');

/**
 * `contained`: the screen is one pane among others, and leaves the page's title and focus alone.
 * `leave` is absent where nobody is signed in.
 */
export function provideStore(store: Store, contained = false, leave?: Leave): Store {
  setContext<Given>(KEY, { store, contained, leave });
  return store;
}

export function useStore(): Store {
  return given().store;
}

export function isContained(): boolean {
  return given().contained;
}

export function useLeave(): Leave | undefined {
  return given().leave;
}

function given(): Given {
  const found = getContext<Given | undefined>(KEY);
  if (found === undefined) throw new Error('this screen was given no store');
  return found;
}
