// Whatever people type or are called is text, on every screen, and never markup.
import { render, screen as page } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { CannedLine } from '../../tests/harness/canned-line';
import Provided from '../../tests/harness/Provided.svelte';
import { scriptOf } from '../../tests/harness/scenes';
import { screens } from '../screens-by-name';
import { Store } from '../store/store.svelte';
import type { ScreenName } from '../wire/frames';

const MARKUP = '<img src=x onerror=alert(1)><script>alert(2)</script><b class="canary">&amp;</b>';
/** Fields with words of people in them. */
const WORDS = new Set(['name', 'text', 'note', 'title', 'activity', 'place', 'by', 'helper']);
const LOADING_MS = 60_000;

let store: Store | undefined;

/** The same, with markup wherever people have a say. */
function poisoned<T>(value: T): T {
  if (Array.isArray(value)) return value.map(poisoned) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      WORDS.has(key) && typeof field === 'string' ? MARKUP : poisoned<unknown>(field),
    ]),
  ) as T;
}

async function open(screen: ScreenName, scene: string): Promise<void> {
  const script = scriptOf(screen, scene);
  store = new Store({
    screen,
    ticket: () => Promise.resolve({ ok: true, ticket: 'canned' }),
    connect: () => new CannedLine({ ...script, tables: poisoned(script.tables) }),
    audible: () => false,
    wake: () => () => undefined,
  });
  render(Provided, { store, Screen: await screens[screen]() });
  store.open();
  await vi.advanceTimersByTimeAsync(100);
  await tick();
}

beforeAll(async () => {
  await Promise.all(Object.values(screens).map((load) => load()));
}, LOADING_MS);

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_920);
});

afterEach(() => {
  store?.close();
  localStorage.clear();
  sessionStorage.clear();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each([
  ['student', 'claimed'],
  ['student', 'move'],
  ['helper', 'line'],
  ['helper', 'helping'],
  ['helper', 'marks'],
  ['leader', 'trouble'],
  ['board', 'move'],
] as const)('markup is text on the screen of a %s, %s (B54)', async (screen, scene) => {
  await open(screen, scene);
  expect(store?.freshness.kind).toBe('live');
  expect(page.getAllByText(MARKUP, { exact: false }).length).toBeGreaterThan(0);
  expect(document.querySelectorAll('.canary, script, [onerror]')).toHaveLength(0);
});
