/** Hands a store down to the parts of one screen; two screens in one document have two. */
import { getContext, setContext } from 'svelte';
import type { Store } from './store.svelte';

const KEY = Symbol('store');

export function provideStore(store: Store): Store {
  return setContext(KEY, store);
}

export function useStore(): Store {
  const store = getContext<Store | undefined>(KEY);
  if (store === undefined) throw new Error('this screen was given no store');
  return store;
}
