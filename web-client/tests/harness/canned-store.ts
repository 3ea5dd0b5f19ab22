// A real store over a canned line.
import { pageWaker } from '../../src/bell/waker';
import { Store } from '../../src/store/store.svelte';
import type { ScreenName } from '../../src/wire/frames';
import { CannedLine } from './canned-line';
import { scriptOf } from './scenes';

export function cannedStore(screen: ScreenName, scene: string): Store {
  return cannedFloor(screen, scene).store;
}

/** `drop`: the network goes, and does not come back. `say`: the server sends that frame. */
export function cannedFloor(screen: ScreenName, scene: string) {
  const lines: CannedLine[] = [];
  let dropped = false;
  const store = new Store({
    screen,
    ticket: () =>
      Promise.resolve(
        dropped ? { ok: false, again: true, code: 0 } : { ok: true, ticket: 'canned' },
      ),
    connect: () => {
      const line = new CannedLine(scriptOf(screen, scene));
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
  };
}
