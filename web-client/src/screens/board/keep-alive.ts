// Runs the watchdog of a board that hangs somewhere.
import type { Store } from '../../store/store.svelte';
import { loadAnew } from '../load-anew';
import { Watchdog, type Remedy } from './watchdog';

const LOOK_MS = 1_000;

/** Returns the way to stop. */
export function keepAlive(store: Store): () => void {
  const dog = new Watchdog({
    now: () => performance.now(),
    floorNow: () => store.clock.floorNow(),
    bellsMs: () =>
      [...store.agenda.values()].flatMap(({ bell }) => (bell === undefined ? [] : [bell.atMs])),
    mend: (remedy) => mend(store, remedy),
  });
  const looking = setInterval(() => {
    if (store.started) dog.look(store.freshness.kind === 'live');
  }, LOOK_MS);
  return () => clearInterval(looking);
}

function mend(store: Store, remedy: Remedy): void {
  if (remedy === 'reconnect') {
    store.close();
    store.open();
  } else void loadAnew(remedy === 'reload');
}
