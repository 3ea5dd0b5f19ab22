// A real store over a canned line.
import { pageWaker } from '../../src/bell/waker';
import { Store } from '../../src/store/store.svelte';
import type { ScreenName } from '../../src/wire/frames';
import { CannedLine } from './canned-line';
import { scriptOf } from './scenes';

export function cannedStore(screen: ScreenName, scene: string): Store {
  return cannedFloor(screen, scene).store;
}

/**
 * `drop`: the network goes. `back`: it is there again, and what is shown then is another scene.
 * `say`: the server sends that frame.
 */
export function cannedFloor(screen: ScreenName, scene: string) {
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
      const line = new CannedLine(scriptOf(screen, shown));
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
    back(next: string = scene): void {
      dropped = false;
      shown = next;
    },
  };
}
