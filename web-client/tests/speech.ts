// Screens are tested in words that are there, as they are when a page is shown. What needs no page
// has no words either.
import { beforeEach } from 'vitest';

if ('document' in globalThis) {
  const { speech } = await import('../src/text/speech.svelte');
  await speech.ready;
  await Promise.all([speech.speakTo('students'), speech.speakTo('staff')]);

  // Files share one world: no test opens where the one before has left its leader.
  beforeEach(() => history.replaceState(null, '', location.pathname + location.search));
}
