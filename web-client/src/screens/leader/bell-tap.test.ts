import { expect, test } from 'vitest';
import type { Store } from '../../store/store.svelte';
import { BellTap } from './bell-tap.svelte';

const NINE_MS = Date.UTC(2026, 8, 14, 16);

/** A floor whose bells ring so much later than planned, and the planned bell that was heard. */
function floor(lagMs: number, plannedMs: number) {
  const sent: { heardAtMs: number; dryRun: boolean | undefined }[] = [];
  const store = {
    nowMs: plannedMs + 7_000,
    clock: { floorNow: () => store.nowMs },
    act: (_: string, { heardAtMs }: { heardAtMs: number }, options: { dryRun?: boolean }) => {
      sent.push({ heardAtMs, dryRun: options.dryRun });
      const result = { fromMs: lagMs, toMs: heardAtMs - plannedMs };
      if (options.dryRun !== true) lagMs = result.toMs;
      return { id: 'c', outcome: Promise.resolve({ ok: true, result }) };
    },
  };
  return { store, sent, tap: new BellTap(store as unknown as Store) };
}

test('a tap is looked at first, then rung with, then set back', async () => {
  const { tap, sent, store } = floor(2_000, NINE_MS);
  await tap.tap();
  expect(tap.step).toMatchObject({ at: 'preview', lag: { fromMs: 2_000, toMs: 7_000 } });
  expect(sent).toEqual([{ heardAtMs: NINE_MS + 7_000, dryRun: true }]);
  store.nowMs += 60_000; // Thinking it over does not change when the bell was heard.
  await tap.confirm();
  expect(tap.step).toMatchObject({ at: 'done', lag: { fromMs: 2_000, toMs: 7_000 } });
  expect(tap.undoable).toBe(true);
  await tap.undo();
  expect(sent.slice(1)).toEqual([
    { heardAtMs: NINE_MS + 7_000, dryRun: false },
    { heardAtMs: NINE_MS + 2_000, dryRun: false },
  ]);
  expect(tap.step).toMatchObject({ at: 'undone', lag: { fromMs: 7_000, toMs: 2_000 } });
});

test('a bell that rang later before is not set back before it would have been heard', async () => {
  const { tap, store } = floor(60_000, NINE_MS);
  await tap.tap();
  await tap.confirm();
  expect(tap.undoable).toBe(false);
  store.nowMs = NINE_MS + 60_000;
  expect(tap.undoable).toBe(true);
});
