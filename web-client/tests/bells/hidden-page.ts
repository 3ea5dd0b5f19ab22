// A page nobody looks at. Playwright has every page think it is in front, and Chromium then slows
// none of its timers; so this one lives in a Chromium of its own, spoken to over its pipe.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } };
type Waiting = { done(result: Record<string, unknown>): void; failed(error: Error): void };

/** The page of a browser, behind an empty one. */
export class HiddenPage {
  readonly #process: ChildProcess;
  readonly #profile = mkdtempSync(join(tmpdir(), 'carillon-hidden-'));
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #session: string | undefined;

  private constructor(executable: string, args: readonly string[]) {
    const own = ['--headless', '--remote-debugging-pipe', `--user-data-dir=${this.#profile}`];
    this.#process = spawn(executable, [...args, ...own, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    });
    let half = '';
    (this.#process.stdio[4] as Readable).on('data', (bytes: Buffer) => {
      const answers = (half + bytes.toString()).split('\0');
      half = answers.pop() ?? '';
      for (const answer of answers) this.#hear(JSON.parse(answer) as Answer);
    });
  }

  /** Opens the address with a script that runs before its own, and puts another page in front. */
  static async open(
    browser: { executable: string; args: readonly string[] },
    url: string,
    script: string,
  ): Promise<HiddenPage> {
    const page = new HiddenPage(browser.executable, browser.args);
    const { targetId } = await page.#ask('Target.createTarget', { url: 'about:blank' });
    const attached = await page.#ask('Target.attachToTarget', { targetId, flatten: true });
    page.#session = attached['sessionId'] as string;
    await page.#ask('Page.enable');
    await page.#ask('Page.addScriptToEvaluateOnNewDocument', { source: script });
    await page.#ask('Page.navigate', { url });
    return page;
  }

  async hide(): Promise<void> {
    const { targetId } = await this.#ask('Target.createTarget', { url: 'about:blank' });
    await this.#ask('Target.activateTarget', { targetId });
  }

  /** What an expression is worth in the page; it has to survive a copy as JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const said = await this.#ask('Runtime.evaluate', { expression, returnByValue: true });
    return (said['result'] as { value: T }).value;
  }

  async end(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const ended = once(this.#process, 'exit');
      this.#process.kill();
      await ended;
    }
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #ask(method: string, params: object = {}): Promise<Record<string, unknown>> {
    this.#asked += 1;
    const id = this.#asked;
    const sessionId = method.startsWith('Target.') ? undefined : this.#session;
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed });
      const frame = JSON.stringify({ id, method, params, sessionId });
      (this.#process.stdio[3] as Writable).write(`${frame}\0`);
    });
  }

  #hear({ id, result = {}, error }: Answer): void {
    const waiting = this.#waiting.get(id ?? 0);
    if (id === undefined || waiting === undefined) return;
    this.#waiting.delete(id);
    if (error === undefined) waiting.done(result);
    else waiting.failed(new Error(error.message));
  }
}
