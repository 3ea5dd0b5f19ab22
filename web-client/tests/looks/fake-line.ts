/**
 * A socket that answers by itself: welcome, one whole view, the time, and "done" to every command.
 */
import type { Line } from '../../src/socket/socket';
import { parseFromDevice } from '../../src/wire/codec';
import type { AnyCommand, ClockState, Person, ScreenName } from '../../src/wire/frames';
import type { TableRows } from '../../src/wire/views';

export type Script = {
  readonly screen: ScreenName;
  readonly person: Person;
  readonly clock: ClockState;
  readonly tables: TableRows;
  /** What `done` says; by default nothing is answered, so that what is on its way can be seen. */
  readonly answer?: (command: AnyCommand) => object | undefined;
};

const CURSOR = { epoch: 1, seq: 1, tag: 'a' };

export class FakeLine implements Line {
  onopen: Line['onopen'] = null;
  onmessage: Line['onmessage'] = null;
  onclose: Line['onclose'] = null;
  readyState: number = WebSocket.OPEN;
  readonly heard: string[] = [];

  constructor(public script: Script) {
    queueMicrotask(() => this.onopen?.(new Event('open')));
  }

  send(data: string): void {
    this.heard.push(data);
    const parsed = parseFromDevice(data);
    if (!parsed.ok) throw new Error(`the client sent what the wire does not know: ${data}`);
    const frame = parsed.frame;
    const sourceMs = Date.now();
    const { screen, person, clock, tables } = this.script;
    switch (frame.t) {
      case 'hello':
        this.say({
          t: 'welcome',
          ...{ person, screen, clock, sourceMs, lang: 'en', school: 'Yuma', date: '2026-09-14' },
          demo: false,
          beatMs: 4000,
          retry: { minMs: 500, maxMs: 15_000 },
          limits: { frameBytes: 4096, perSecond: 5, burst: 10 },
        });
        this.say({ t: 'view', cursor: CURSOR, atMs: clock.baseMs, tables });
        return;
      case 'clock':
        this.say({ t: 'clock', t0: frame.t0, t1: sourceMs, t2: sourceMs, clock });
        return;
      case 'command': {
        const answer = this.script.answer?.(frame);
        if (answer !== undefined) this.say({ ...answer, id: frame.id });
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

  /** The network goes away. */
  drop(code = 1006): void {
    this.readyState = WebSocket.CLOSED;
    this.onclose?.(new CloseEvent('close', { code }));
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }
}
