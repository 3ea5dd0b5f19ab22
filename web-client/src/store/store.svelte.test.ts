import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { at, helperTables } from '../../tests/harness/day';
import { CannedLine } from '../../tests/harness/canned-line';
import { pageWaker } from '../bell/waker';
import type { Waker } from '../bell/waker';
import { en } from '../text/en';
import { plainKeep } from './keep';
import { Store } from './store.svelte';

/** A helper's store over lines that answer by themselves; every connection is one more line. */
function floor(wake: Waker = () => () => undefined, startMs = at(50)) {
  const keep = plainKeep(localStorage);
  const lines: CannedLine[] = [];
  const network = { up: true };
  const clock = { originMs: Date.now(), baseMs: startMs, speed: 1 };
  const store = new Store({
    screen: 'helper',
    ticket: () =>
      Promise.resolve(
        network.up ? { ok: true, ticket: 'one' } : { ok: false, again: true, code: 0 },
      ),
    wake,
    keep,
    connect: () => {
      const line = new CannedLine({
        screen: 'helper',
        person: { id: 'abel', name: 'Abel Ortiz', role: 'paraprofessional' },
        clock,
        tables: helperTables(startMs, {}),
      });
      lines.push(line);
      return line;
    },
  });
  const commands = (line: CannedLine | undefined) =>
    (line?.heard ?? []).filter((frame) => frame.includes('"t":"command"'));
  return { store, lines, commands, network };
}

const settled = () => vi.advanceTimersByTimeAsync(50);
const cursor = (seq: number) => ({ epoch: 1, seq, tag: 'a' });

describe('the store', () => {
  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  test('is live when the whole view is there', async () => {
    const { store } = floor();
    store.open();
    await settled();
    expect(store.freshness).toEqual({ kind: 'live' });
    expect(store.calls.map((call) => call.code)).toEqual(['C12', 'C13', 'C14', 'D4', 'C16']);
    expect(store.moment.phase).toBe('work');
    store.close();
  });

  test('applies a patch by key and leaves other tables the same objects', async () => {
    const { store, lines } = floor();
    store.open();
    await settled();
    const rooms = store.rooms;
    lines[0]?.say({ t: 'patch', from: cursor(1), to: cursor(2), gone: { help: ['h0'] } });
    await settled();
    expect(store.calls.map((call) => call.id)).toEqual(['h1', 'h2', 'h3', 'h4']);
    expect(store.rooms).toBe(rooms);
    store.close();
  });

  test('says by which version of a schedule it rings, each time the agenda changed', async () => {
    const { store, lines } = floor();
    store.open();
    await settled();
    const armed = (version: number) =>
      expect.stringContaining(`"of":"agenda","id":"main@${version}","stage":"armed"`) as string;
    const receipts = () => lines[0]?.heard.filter((frame) => frame.includes('"receipt"'));
    expect(receipts()).toEqual([armed(4)]);
    const moved = { ...store.schedule, version: 5 };
    const row = [...store.agenda.values()].at(-1);
    const set = { schedules: [moved], agenda: [{ ...row, atMs: at(400) }] };
    lines[0]?.say({ t: 'patch', from: cursor(1), to: cursor(2), set });
    lines[0]?.say({ t: 'patch', from: cursor(2), to: cursor(3), gone: { help: ['h0'] } });
    await settled();
    expect(receipts()).toEqual([armed(4), armed(5)]);
    store.close();
  });

  test('comes back without a cursor when a patch does not follow (D41)', async () => {
    const { store, lines } = floor();
    store.open();
    await settled();
    lines[0]?.say({ t: 'patch', from: cursor(7), to: cursor(8) });
    await settled();
    expect(lines).toHaveLength(2);
    expect(lines[1]?.heard[0]).not.toContain('"cursor"');
    expect(store.freshness).toEqual({ kind: 'live' });
    store.close();
  });

  test('without its socket rings and turns at the instant, and once only (D38)', async () => {
    const { store, lines, network } = floor(pageWaker, at(67.9));
    store.open();
    await settled();
    const bell = store.moment.nextBell?.bell;
    if (bell === undefined) throw new Error('the harness has a bell to come');
    const { id, kind, atMs } = bell;
    await vi.advanceTimersByTimeAsync(atMs - store.nowMs - 3_000);
    network.up = false;
    lines.at(-1)?.drop();
    const phase = store.moment.phase;
    await vi.advanceTimersByTimeAsync(3_050);
    expect(store.freshness.kind).toBe('offline');
    expect(store.rung).toMatchObject({ bell: id, how: 'in-time' });
    expect(store.moment.phase).not.toBe(phase);
    const first = store.rung;
    network.up = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.freshness.kind).toBe('live');
    lines.at(-1)?.say({ t: 'ring', bell: id, kind, schedule: 'main', atMs, late: false });
    await settled();
    expect(store.rung).toBe(first);
    store.close();
  });

  test('says offline at once, keeps what it knows, and sends the same id again', async () => {
    const { store, lines, commands } = floor();
    store.open();
    await settled();
    const { id, outcome } = store.act('help.claim', { help: 'h0' });
    expect(commands(lines[0])).toHaveLength(1);
    lines[0]?.drop();
    expect(store.freshness.kind).toBe('offline');
    expect(store.calls).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(600);
    expect(commands(lines[1])).toEqual(commands(lines[0]));
    lines[1]?.say({ t: 'done', id, seq: 9, result: { help: 'h0', epoch: 2 } });
    await settled();
    expect(await outcome).toEqual({ ok: true, seq: 9, result: { help: 'h0', epoch: 2 } });
    expect(store.pendingAct('help.claim')).toBeUndefined();
    store.close();
  });

  test('without an answer it asks again under the same id, and says that it does not know', async () => {
    const { store, lines, commands } = floor();
    store.open();
    await settled();
    const { id, outcome } = store.act('help.claim', { help: 'h1' });
    const heard = () => commands(lines[0]).map((frame) => (JSON.parse(frame) as { id: string }).id);
    await vi.advanceTimersByTimeAsync(2_900);
    expect(heard()).toEqual([id]);
    expect(store.pendingAct('help.claim')).toMatchObject({ sent: true, doubted: false });
    // The socket lives all the while: it is the answer that does not come.
    for (const times of [2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5]) {
      lines[0]?.say({ t: 'beat', cursor: cursor(1) });
      await vi.advanceTimersByTimeAsync(3_000);
      expect(heard()).toEqual(Array.from({ length: times }, () => id));
      expect(store.pendingAct('help.claim')).toMatchObject({ doubted: true });
    }
    lines[0]?.say({ t: 'done', id, seq: 9, result: { help: 'h1', epoch: 2 } });
    await expect(outcome).resolves.toMatchObject({ ok: true });
    expect(store.pendingAct('help.claim')).toBeUndefined();
    store.close();
  });

  test('an answer in time is asked for once', async () => {
    const { store, lines, commands } = floor();
    store.open();
    await settled();
    const { id } = store.act('help.claim', { help: 'h1' });
    lines[0]?.say({ t: 'done', id, seq: 9, result: { help: 'h1', epoch: 2 } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(commands(lines[0])).toHaveLength(1);
    store.close();
  });

  test('after two missed beats it connects anew (B38)', async () => {
    const { store, lines } = floor();
    store.open();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(store.freshness.kind).toBe('live');
    // The clock exchange of the first seconds is over; from here nothing is heard.
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lines).toHaveLength(1);
    vi.spyOn(Math, 'random').mockReturnValue(0);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(lines).toHaveLength(2);
    store.close();
  });

  test('shows a refusal for five seconds, and the act is over', async () => {
    const { store, lines } = floor();
    store.open();
    await settled();
    const { id } = store.act('help.claim', { help: 'h0' });
    const refused = { t: 'refused', id, code: 2302, key: 'help-already-claimed', retry: false };
    lines[0]?.say({ ...refused, args: { helper: 'Rosa' } });
    await settled();
    expect(store.refusals).toMatchObject([{ code: 2302, args: { helper: 'Rosa' } }]);
    expect(store.pending.size).toBe(0);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(store.refusals).toEqual([]);
    store.close();
  });

  test('an old page hears of a command the server does not know, and asks no more (B61)', async () => {
    const { store, lines, commands } = floor();
    vi.spyOn(console, 'error').mockReturnValue();
    store.open();
    await settled();
    const { id, outcome } = store.act('help.claim', { help: 'h0' });
    lines[0]?.say({ t: 'error', id, code: 1005, key: 'field-wrong', detail: 'frame.kind' });
    await settled();
    expect(await outcome).toMatchObject({ ok: false, refusal: { code: 1005, kind: 'help.claim' } });
    expect(en.refusals[1005]).toContain('Open it anew when it suits you');
    lines[0]?.drop();
    await vi.advanceTimersByTimeAsync(600);
    expect(lines).toHaveLength(2);
    expect(commands(lines[1])).toEqual([]);
    store.close();
  });

  test('an act that has not left can be taken back; a student’s ask is kept over a reload', async () => {
    const first = floor();
    first.store.open();
    await settled();
    first.lines[0]?.drop();
    const claim = first.store.act('help.claim', { help: 'h0' });
    expect(first.store.queued).toBe(1);
    expect(first.store.withdraw(claim.id)).toBe(true);
    const ask = first.store.act('help.ask', { kind: 'work' });
    first.store.close();

    const second = floor();
    second.store.open();
    await settled();
    expect(second.commands(second.lines[0]).join()).toContain(ask.id);
    second.store.forget();
    expect(Object.keys(localStorage)).toEqual(['carillon.device']);
  });

  test('a device that was too slow to say hello tries again by itself', async () => {
    const { store, lines } = floor();
    store.open();
    await settled();
    lines[0]?.drop(4008);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lines).toHaveLength(2);
    expect(store.freshness.kind).not.toBe('ended');
    store.close();
  });

  test('a close code from 4500 does not come back', async () => {
    const { store, lines } = floor();
    store.open();
    await settled();
    lines[0]?.drop(4509);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.freshness).toEqual({ kind: 'ended', code: 4509 });
    expect(lines).toHaveLength(1);
    store.close();
  });
});
