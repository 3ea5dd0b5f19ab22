// A server that always says the same: welcome, the canned view, the time, and to a command what its
// script says. It reads as strictly as the real one.
import type { Line } from '../../src/socket/line';
import { parseFromDevice } from '../../src/wire/codec';
import type { AnyCommand, ClockState, Person, ScreenName } from '../../src/wire/frames';
import type { TableRows } from '../../src/wire/views';

export type Script = {
  readonly screen: ScreenName;
  readonly person: Person;
  readonly clock: ClockState;
  readonly tables: TableRows;
  readonly demo?: boolean;
  readonly beatMs?: number;
  /** What is said once the view is there. */
  readonly then?: readonly object[];
  /** A frame without its id; by default nothing is answered, so that what is on its way is seen. */
  readonly answer?: (command: AnyCommand) => object | undefined;
  /** Rows that are there once it has been answered. */
  readonly change?: (command: AnyCommand) => TableRows | undefined;
};

const CURSOR = { epoch: 1, seq: 1, tag: 'a' };
const BEAT_MS = 4_000;

export class CannedLine implements Line {
  onopen: Line['onopen'] = null;
  onmessage: Line['onmessage'] = null;
  onclose: Line['onclose'] = null;
  readyState: number = WebSocket.OPEN;
  readonly heard: string[] = [];
  #seq = CURSOR.seq;

  constructor(public script: Script) {
    queueMicrotask(() => this.onopen?.(new Event('open')));
  }

  send(data: string): void {
    this.heard.push(data);
    const parsed = parseFromDevice(data);
    if (!parsed.ok) throw new Error(`the client sent what the wire does not know: ${data}`);
    const frame = parsed.frame;
    switch (frame.t) {
      case 'hello':
        return this.#greet();
      case 'clock': {
        const sourceMs = Math.round(Date.now());
        const { clock } = this.script;
        return this.say({ t: 'clock', t0: frame.t0, t1: sourceMs, t2: sourceMs, clock });
      }
      case 'command': {
        const answer = this.script.answer?.(frame);
        // After whoever sent it has had time to look at what is on its way.
        if (answer !== undefined) setTimeout(() => this.#reply({ ...answer, id: frame.id }, frame));
        return;
      }
      case 'receipt':
        return;
    }
  }

  say(frame: object): void {
    queueMicrotask(() =>
      this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(frame) })),
    );
  }

  /** Nothing comes any more, and nothing says that it does not. */
  mute(): void {
    this.onmessage = null;
    this.send = () => undefined;
  }

  /** The network goes away. */
  drop(code = 1006): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.(new CloseEvent('close', { code }));
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }

  #reply(answer: object, command: AnyCommand): void {
    this.say(answer);
    const set = this.script.change?.(command);
    if (set === undefined) return;
    const from = { ...CURSOR, seq: this.#seq };
    this.#seq += 1;
    this.say({ t: 'patch', from, to: { ...CURSOR, seq: this.#seq }, set });
  }

  #greet(): void {
    const { screen, person, clock, tables, demo = false, beatMs = BEAT_MS } = this.script;
    this.say({
      t: 'welcome',
      ...{ person, screen, clock, demo, beatMs, sourceMs: Math.round(Date.now()) },
      lang: 'en',
      school: 'Yuma',
      date: '2026-09-14',
      retry: { minMs: 500, maxMs: 15_000 },
      limits: { frameBytes: 4096, perSecond: 5, burst: 10 },
    });
    this.say({ t: 'view', cursor: CURSOR, atMs: clock.baseMs, tables });
    for (const frame of this.script.then ?? []) this.say(frame);
  }
}
