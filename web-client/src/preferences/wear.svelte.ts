import { MediaQuery } from 'svelte/reactivity';
import { dress } from './dress';
import { preferences } from './preferences.svelte';

/** While the component that calls it lives, the page wears the preferences. */
export function wearPreferences(): void {
  const dark = new MediaQuery('(prefers-color-scheme: dark)');
  const still = new MediaQuery('(prefers-reduced-motion: reduce)');
  $effect.pre(() => {
    dress(document.documentElement, preferences.now, { dark: dark.current, still: still.current });
  });
}
