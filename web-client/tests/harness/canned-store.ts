// A real store over a canned line.
import { pageWaker } from '../../src/bell/waker';
import { Store } from '../../src/store/store.svelte';
import { CannedLine } from './canned-line';
import { school, type Scene } from './school';

export function cannedStore(screen: 'leader' | 'board', scene: Scene): Store {
  const { nowMs, tables } = school(scene);
  return new Store({
    screen,
    ticket: () => Promise.resolve({ ok: true, ticket: 'canned' }),
    connect: () => new CannedLine(screen, nowMs, tables),
    audible: () => false,
    wake: pageWaker,
  });
}
