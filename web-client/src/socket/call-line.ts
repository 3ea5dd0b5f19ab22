/**
 * Lines over plain calls, for networks that let no WebSocket through. The first frame, hello, opens
 * the line and is answered with its secret; what the page says later goes out one call at a time, in
 * order. Server to page: one answer that never ends ([EventLine]), or calls that wait ([PollLine]).
 */
import { listOf, maybe, raw, record, whole } from '../wire/shape';
import type { Line } from './line';

const EVENTS = '/api/v1/line/events';
const POLLS = '/api/v1/line/polls';
const FRAMES = '/api/v1/line/frames';
const SECRET = 'X-Carillon-Line';
/** The connection broke without a word, as a browser says of a WebSocket. */
const BROKEN = 1006;
/** One call says no more than this; the server takes twice as much. */
const BATCH_CHARACTERS = 4_000;

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

const goodbye = record({ code: whole });

abstract class CallLine implements Line {
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  #readyState = CONNECTING;
  #secret: string | undefined;
  #opening = false;
  #unsaid: string[] = [];
  #saying = false;
  readonly #end = new AbortController();

  constructor() {
    // As far as anybody knows the way is free: only hello finds out.
    queueMicrotask(() => {
      if (this.#readyState !== CONNECTING) return;
      this.#readyState = OPEN;
      this.onopen?.(new Event('open'));
    });
  }

  get readyState(): number {
    return this.#readyState;
  }

  send(data: string): void {
    if (!this.#opening) {
      this.#opening = true;
      void this.#safely(this.begin(data));
    } else {
      this.#unsaid.push(data);
      void this.#safely(this.#say());
    }
  }

  close(): void {
    this.#readyState = CLOSED;
    this.#unsaid = [];
    this.#end.abort();
  }

  /** Opens the line with its first frame and hands on what comes, until it is over. */
  protected abstract begin(hello: string): Promise<void>;

  /** The answer to a call, when it is one of ours; its first one brings the secret. */
  protected async call(path: string, body: string): Promise<Response> {
    const headers: Record<string, string> = { 'X-Carillon': '1' };
    if (this.#secret !== undefined) headers[SECRET] = this.#secret;
    const { signal } = this.#end;
    const answer = await fetch(path, {
      ...{ method: 'POST', headers, body, signal },
      ...{ credentials: 'same-origin', cache: 'no-store' },
    });
    if (!answer.ok) throw new TypeError(`${path} answered ${answer.status}`);
    this.#secret ??= answer.headers.get(SECRET) ?? undefined;
    if (this.#secret === undefined) throw new TypeError('somebody else answered');
    void this.#safely(this.#say());
    return answer;
  }

  protected heard(data: string): void {
    if (this.#readyState === OPEN) this.onmessage?.(new MessageEvent('message', { data }));
  }

  /** Says that the page is there. */
  protected here(): void {
    if (this.#unsaid.length > 0) return;
    this.#unsaid.push('');
    void this.#safely(this.#say());
  }

  protected over(code: number): void {
    if (this.#readyState === CLOSED) return;
    this.close();
    this.onclose?.(new CloseEvent('close', { code }));
  }

  protected get isOpen(): boolean {
    return this.#readyState === OPEN;
  }

  async #say(): Promise<void> {
    if (this.#saying || this.#secret === undefined) return;
    this.#saying = true;
    try {
      while (this.#unsaid.length > 0 && this.isOpen) await this.call(FRAMES, this.#batch());
    } finally {
      this.#saying = false;
    }
  }

  #batch(): string {
    let batch = this.#unsaid.shift() ?? '';
    for (;;) {
      const next = this.#unsaid[0];
      if (next === undefined || batch.length + next.length > BATCH_CHARACTERS) return batch;
      batch += `\n${next}`;
      this.#unsaid.shift();
    }
  }

  async #safely(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch {
      // Whatever it was, the line is of no use any more; its owner comes back with another one.
      this.over(BROKEN);
    }
  }
}

/** One answer that never ends, in the form of server-sent events. */
export class EventLine extends CallLine {
  #event = '';

  protected async begin(hello: string): Promise<void> {
    const answer = await this.call(EVENTS, hello);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const read = await reader?.read();
      if (read === undefined || read.done) break;
      const lines = (rest + read.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#take(line);
    }
    this.over(BROKEN);
  }

  #take(line: string): void {
    if (line === '') this.#event = '';
    else if (line.startsWith(':')) this.here();
    else if (line.startsWith('event: ')) this.#event = line.slice('event: '.length);
    else if (line.startsWith('data: ')) this.#data(line.slice('data: '.length));
  }

  #data(data: string): void {
    if (this.#event === 'close') this.over(goodbye(JSON.parse(data), 'close').code);
    else this.heard(data);
  }
}

const polled = record({ frames: listOf(raw), close: maybe(goodbye) });

/** A call that waits for frames, and the next one as soon as it is answered. */
export class PollLine extends CallLine {
  protected async begin(hello: string): Promise<void> {
    let body = hello;
    while (this.isOpen) {
      const answer = await this.call(POLLS, body);
      const { frames, close } = polled(await answer.json(), 'answer');
      for (const frame of frames) this.heard(JSON.stringify(frame));
      if (close !== undefined) this.over(close.code);
      body = '';
    }
  }
}
