// The kinds of pages that are measured, and the spy each of them carries.
import type { Browser, Page } from '@playwright/test';
import { HiddenPage } from './hidden-page';

export type Kind = {
  readonly name: string;
  /** How far the device's own clock is off. */
  readonly dateOffMs?: number;
  /** How much faster its clocks run than the world's. */
  readonly driftPpm?: number;
  /** How many times slower its processor is. */
  readonly slower?: number;
  readonly hidden?: boolean;
  readonly link?: { readonly upMs: number; readonly downMs: number };
};

export const KINDS: readonly Kind[] = [
  { name: 'visible' },
  { name: 'processor 4 × slower', slower: 4 },
  { name: 'clock 3 h ahead', dateOffMs: 3 * 3_600_000 },
  { name: 'clock 46 s behind', dateOffMs: -46_000 },
  { name: 'clock 37 s ahead and 200 ppm fast', dateOffMs: 37_000, driftPpm: 200 },
  { name: 'link 80 ms up, 10 ms down', link: { upMs: 80, downMs: 10 } },
  { name: 'hidden page', hidden: true },
];

type ClockState = { readonly originMs: number; readonly baseMs: number; readonly speed: number };
/** A bell on one page: its receipt, and when the page rang it by the machine's true clock. */
export type Rung = {
  readonly id: string;
  readonly stage: string;
  readonly skewMs: number;
  readonly trueMs: number;
};
/** What the server pushed, and when it arrived. */
export type Pushed = { readonly bell: string; readonly atMs: number; readonly trueMs: number };
export type Seen = {
  clock: ClockState | undefined;
  version: number;
  rung: Rung[];
  pushed: Pushed[];
  socket: WebSocket | undefined;
};

declare global {
  // Of the page, not of this process.
  var spied: Seen;
}

/** Runs in the page before anything else: the wrong clock, and a spy on its socket. */
function spy({ dateOffMs = 0, driftPpm = 0 }: Kind): void {
  const trueNow = Date.now.bind(Date);
  const page = performance.now.bind(performance);
  // `Date` ticks in whole milliseconds; the page's clock is finer, and starts at an instant.
  const trueMs = (): number => performance.timeOrigin + page();
  const startedMs = trueNow();
  const rate = 1 + driftPpm / 1e6;
  Date.now = () => Math.floor(startedMs + dateOffMs + (trueNow() - startedMs) * rate);
  performance.now = () => page() * rate;

  type Schedules = { schedules?: { version: number }[] };
  type Frame = Partial<Pushed & Omit<Rung, 'trueMs'>> & {
    t: string;
    of?: string;
    clock?: ClockState;
    tables?: Schedules;
    set?: Schedules;
  };
  const seen: Seen = { clock: undefined, version: 0, rung: [], pushed: [], socket: undefined };
  globalThis.spied = seen;
  const hear = (frame: Frame): void => {
    seen.version = (frame.tables ?? frame.set)?.schedules?.[0]?.version ?? seen.version;
    seen.clock = frame.clock ?? seen.clock;
    const { t, bell = '', atMs = 0 } = frame;
    if (t === 'ring') seen.pushed.push({ bell, atMs, trueMs: trueMs() });
  };
  // The receipt follows when it is known whether it sounded; the book is written as the bell rings.
  const struck = new Map<string, number>();
  const write = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key: string, value: string): void {
    const atMs = trueMs();
    if (key.startsWith('carillon.rung.')) {
      for (const id of value.split('\n')) if (!struck.has(id)) struck.set(id, atMs);
    }
    write.call(this, key, value);
  };
  globalThis.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      seen.socket = this;
      this.addEventListener('message', ({ data }) => hear(JSON.parse(data as string) as Frame));
    }
    override send(data: string): void {
      const frame = JSON.parse(data) as Frame;
      const { of, id = '', stage = '', skewMs = 0 } = frame;
      if (of === 'bell') {
        seen.rung.push({ id, stage, skewMs, trueMs: struck.get(id) ?? trueMs() });
      }
      super.send(data);
    }
  };
}

/** What a page has seen so far, as a copy. */
type Copy = Omit<Seen, 'socket'>;

export type MeasuredDevice = {
  readonly name: string;
  readonly kind: Kind;
  /** As the page itself sees it. */
  readonly visibility: string;
  seen(): Promise<Copy>;
  end(): Promise<void>;
};

const PATIENCE_MS = 30_000;
const COPY = '({ ...globalThis.spied, socket: undefined })';

/** Opens one page of that kind at the address, in a browser context of its own. */
export async function open(
  browser: Browser,
  kind: Kind,
  name: string,
  url: string,
): Promise<MeasuredDevice & { readonly page: Page }> {
  const context = await browser.newContext({ viewport: { width: 480, height: 320 } });
  await context.addInitScript(spy, kind);
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => globalThis.spied.clock !== undefined, undefined, {
    timeout: PATIENCE_MS,
  });
  const session = await context.newCDPSession(page);
  if (kind.slower !== undefined) {
    await session.send('Emulation.setCPUThrottlingRate', { rate: kind.slower });
  }
  const visibility = await page.evaluate(() => document.visibilityState as string);
  const seen = () => page.evaluate<Copy>(COPY);
  return { name, kind, page, visibility, seen, end: () => context.close() };
}

/** Opens a page and hides it once it has been welcomed. */
export async function openHidden(
  browser: { executable: string; args: readonly string[] },
  kind: Kind,
  name: string,
  url: string,
): Promise<MeasuredDevice> {
  const page = await HiddenPage.open(browser, url, `(${spy.toString()})(${JSON.stringify(kind)})`);
  const deadlineMs = Date.now() + PATIENCE_MS;
  while (!(await page.evaluate<boolean>('globalThis.spied?.clock !== undefined'))) {
    if (Date.now() > deadlineMs) throw new Error(`${name} was not welcomed`);
    await new Promise((done) => setTimeout(done, 100));
  }
  await page.hide();
  const visibility = await page.evaluate<string>('document.visibilityState');
  return { name, kind, visibility, seen: () => page.evaluate<Copy>(COPY), end: () => page.end() };
}

/** A leader's page says a command, as its own controls would. */
export async function command(page: Page, kind: string, date: string): Promise<void> {
  await page.evaluate(
    ([kind, date]) => {
      const { socket, version } = globalThis.spied;
      const id = crypto.randomUUID();
      const body = { schedule: 'main' };
      socket?.send(JSON.stringify({ t: 'command', id, date, kind, body, expect: version }));
    },
    [kind, date] as const,
  );
}
