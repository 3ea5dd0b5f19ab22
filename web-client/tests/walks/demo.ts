// A school of our own for a walk: the real program, started as a person would start it.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  expect,
  test as base,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from '@playwright/test';
import { SIZES } from './sizes';

/** What the ready file says. */
export type Ready = {
  url: string;
  signIn: Record<
    'student' | 'paraprofessional' | 'teacher' | 'leader' | 'administrator' | 'board',
    string
  >;
};

export type DemoOptions = {
  speed?: number;
  at?: string;
  date?: string;
  school?: string;
  host?: string;
};

/** The program; another build of it where one is to be measured. */
const LAUNCHER =
  process.env['CARILLON_LAUNCHER'] ?? resolve(import.meta.dirname, '../../../carillon');
/** It lives for minutes: what Java makes of it at first sight is good enough, and costs a third less. */
const JAVA_OPTS = process.env['CARILLON_JAVA_OPTS'] ?? '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC';
const START_MS = 120_000;
const STOP_MS = 20_000;

/** One running demo on a free port with a data folder of its own. */
export class Demo {
  ready: Ready = undefined as unknown as Ready;
  #process: ChildProcess | undefined;
  #said = '';
  readonly #folder = mkdtempSync(join(tmpdir(), 'carillon-walk-'));
  readonly #options: DemoOptions;

  constructor(options: DemoOptions = {}) {
    this.#options = options;
  }

  /** Starts, or goes on where a killed one stopped: the same data folder and, then, the same port. */
  async start(): Promise<void> {
    const again = this.#process !== undefined;
    const file = join(this.#folder, `ready-${String(Date.now())}.json`);
    const words = ['demo', '--ready-file', file, '--data', join(this.#folder, 'data')];
    words.push('--port', again ? new URL(this.ready.url).port : '0');
    for (const [name, value] of Object.entries(this.#options))
      words.push(`--${name}`, String(value));
    // A group of its own, so that a kill -9 of the program does not reach the test.
    const child = spawn(LAUNCHER, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, CARILLON_JAVA_OPTS: JAVA_OPTS },
    });
    this.#process = child;
    child.stdout.on('data', (bytes: Buffer) => (this.#said += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (this.#said += bytes.toString()));
    await expect
      .poll(async () => this.#isReady(file), { timeout: START_MS, message: 'the demo starts' })
      .toBe(true);
  }

  async #isReady(file: string): Promise<boolean> {
    if (this.#process?.exitCode !== null) throw new Error(`the demo ended:\n${this.#said}`);
    try {
      this.ready = JSON.parse(await readFile(file, 'utf8')) as Ready;
      return true;
    } catch {
      return false;
    }
  }

  /** As a power switch would: nothing is told, nothing is saved. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  }
}

/**
 * A walk gets one demo per file, at the speed and time the file asks for. Whatever it opened is closed
 * behind it: screens nobody looks at any more would ask for the machine's time until the file ends.
 */
export function walk(options: DemoOptions = {}) {
  return base.extend<{ tidy: undefined }, { demo: Demo }>({
    tidy: [
      async ({ browser }, use) => {
        await use(undefined);
        await Promise.all(browser.contexts().map((context) => context.close()));
      },
      { auto: true },
    ],
    demo: [
      // Playwright wants a pattern here, and this fixture needs no other.

      async ({}, use) => {
        const demo = new Demo(options);
        await demo.start();
        await use(demo);
        await demo.stop();
      },
      { scope: 'worker', timeout: START_MS + STOP_MS },
    ],
  });
}

/** Waits until every screen of a page is up to date: a demo says so with a word of its own. */
export async function expectLive(page: Page, timeout?: number): Promise<void> {
  const options = timeout === undefined ? {} : { timeout };
  await expect(page.getByTestId('freshness').first()).toHaveAttribute(
    'data-state',
    /^(live|simulation)$/,
    options,
  );
}

/** Somebody's own screen, in a browser of its own, and up to date. */
export async function open(
  browser: Browser,
  link: string,
  size: keyof typeof SIZES,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES[size], ...options });
  const page = await context.newPage();
  await page.goto(link);
  await expectLive(page);
  return page;
}

/** The card of a call from that seat in a helper's line: A1, and not A12. */
export function cardOf(helper: Page, code: string): Locator {
  return helper
    .getByTestId('help-card')
    .filter({ has: helper.getByTestId('card-code').getByText(code.trim(), { exact: true }) });
}

/**
 * A card that says where to go may come over the screen at any time: she is there, and says so. It
 * may also go by itself, when somebody else sees her there.
 */
export async function arriveWhenAsked(page: Page): Promise<void> {
  const here = '[data-testid="move-card"] [data-testid="im-here"]';
  const press = `document.querySelector('${here}')?.click()`;
  await page.addLocatorHandler(page.getByTestId('move-card'), () => page.evaluate(press));
}

export { expect };
