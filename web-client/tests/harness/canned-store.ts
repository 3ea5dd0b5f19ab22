// A real store over a canned line.
import { pageWaker } from '../../src/bell/waker';
import { Store } from '../../src/store/store.svelte';
import type { ScreenName } from '../../src/wire/frames';
import type { Script } from './canned-line';
import { CannedLine } from './canned-line';
import { scriptOf } from './scenes';

export function cannedStore(screen: ScreenName, scene: string): Store {
  return cannedFloor(screen, scene).store;
}

/**
 * `drop`: the network goes. `mute`: it goes and nobody says so. `back`: it is there again, and what is shown then is another scene.
 * `say`: the server sends that frame. `told`: what its lines say otherwise.
 */
export function cannedFloor(screen: ScreenName, scene: string, told: Partial<Script> = {}) {
  const lines: CannedLine[] = [];
  let dropped = false;
  let shown = scene;
  const store = new Store({
    screen,
    ticket: () =>
      Promise.resolve(
        dropped ? { ok: false, again: true, code: 0 } : { ok: true, ticket: 'canned' },
      ),
    connect: () => {
      const line = new CannedLine({ ...scriptOf(screen, shown), ...told });
      lines.push(line);
      return line;
    },
    audible: () => false,
    wake: pageWaker,
  });
  return {
    store,
    say(frame: object): void {
      lines.at(-1)?.say(frame);
    },
    drop(): void {
      dropped = true;
      lines.at(-1)?.drop();
    },
    mute(): void {
      dropped = true;
      lines.at(-1)?.mute();
    },
    back(next: string = scene): void {
      dropped = false;
      shown = next;
    },
  };
}
