/**
 * One connection to the server that comes back by itself: ticket, hello, welcome, beats, back-off,
 * going away. It knows frames, not what they mean to a school; the owner keeps the cursor and reads
 * everything else.
 */
import { encode, parseFromServer } from '../wire/codec';
import { CLOSE, comesBack } from '../wire/codes';
import type { Cursor, FromDevice, FromServer, ScreenName } from '../wire/frames';
import { PROTOCOL } from '../wire/frames';
import { EventLine, PollLine } from './call-line';
import type { Line, Transport } from './line';
import type { TicketAnswer } from './ticket';
import { Transports } from './transports';

/**
 * Until the first welcome has said better: soon enough for a person, slow enough for a server that
 * starts.
 */
const RETRY_BEFORE_WELCOME = { minMs: 500, maxMs: 10_000 };
const BEATS_MISSED = 2;
/** A beat may be on its way when the second is due. */
const BEAT_SLACK_MS = 500;
/** A connection that lived this long was a good one: the next loss starts the back-off anew. */
const STEADY_MS = 5_000;
/** A server that does not welcome within this is treated as lost. */
const WELCOME_MS = 8_000;
/**
 * A server that nobody answers for is not burdened by being asked: whoever looks at the page waits no
 * longer than this for one that has just come back.
 */
const KNOCK_MAX_MS = 4_000;
/** A bell is near: a better way is tried a little later. */
const CALM_AGAIN_MS = 30_000;
/** `WebSocket.OPEN`, for browsers whose policy takes that name away. */
const OPEN = 1;
/** After `slow-down` the back-off starts as if several attempts had failed. */
const SLOW_DOWN_ATTEMPTS = 4;

export type SocketState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open' }
  /** Lost; it will be tried again by itself. */
  | { readonly kind: 'waiting' }
  /**
   * Over until [Socket.open] is called again: a close code that does not come back, or no session
   * (1101…).
   */
  | { readonly kind: 'ended'; readonly code: number };

export type SocketOptions = {
  readonly screen: ScreenName;
  readonly device: string;
  readonly app: string;
  readonly ticket: () => Promise<TicketAnswer>;
  readonly cursor: () => Cursor | undefined;
  /** Every frame with the page time of its arrival, taken before it was parsed. */
  readonly onFrame: (frame: FromServer, atPageMs: number) => void;
  readonly onState: (state: SocketState, closeCode?: number) => void;
  readonly transports?: Transports;
  /** Whether this is a moment to try a better way: no bell is near. */
  readonly isCalm?: () => boolean;
  readonly url?: string;
  readonly connect?: (url: string, transport: Transport) => Line;
  readonly random?: () => number;
};

export class Socket {
  readonly #options: SocketOptions;
  readonly #random: () => number;
  readonly #transports: Transports;
  #state: SocketState = { kind: 'waiting' };
  #line: Line | undefined;
  #transport: Transport = 'websocket';
  /**
   * Grows with every attempt, so that an answer to an abandoned one is not taken for the present
   * one's.
   */
  #generation = 0;
  #attempts = 0;
  #retry = RETRY_BEFORE_WELCOME;
  #beatMs: number | undefined;
  #heardAtMs = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #silenceTimer: ReturnType<typeof setTimeout> | undefined;
  #steadyTimer: ReturnType<typeof setTimeout> | undefined;
  #goawayTimer: ReturnType<typeof setTimeout> | undefined;
  #betterTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: SocketOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
    this.#transports = options.transports ?? new Transports();
  }

  /** The way frames come by, or came by last. */
  get transport(): Transport {
    return this.#transport;
  }

  get state(): SocketState {
    return this.#state;
  }

  /** Starts, or starts again after the end. */
  open(): void {
    this.#attempts = 0;
    void this.#attempt();
  }

  /** Leaves for good. */
  close(): void {
    this.#generation += 1;
    this.#clearTimers();
    this.#leave(CLOSE.wentAway);
    this.#become({ kind: 'ended', code: CLOSE.wentAway });
  }

  /** Sends when welcomed; `false` means it was not sent. */
  send(frame: FromDevice): boolean {
    if (this.#state.kind !== 'open' || this.#line === undefined) return false;
    if (this.#line.readyState !== OPEN) return false;
    this.#line.send(encode(frame));
    return true;
  }

  /** The page woke, or the network is back: do not wait for timers that may have been held. */
  wake(): void {
    if (this.#state.kind === 'waiting') {
      void this.#attempt();
    } else if (this.#state.kind === 'open' && this.#silentTooLong()) {
      this.#lost(0);
      void this.#attempt();
    }
  }

  /** The device says its network is gone: say so at once, keep trying. */
  cut(): void {
    if (this.#state.kind === 'open' || this.#state.kind === 'connecting') this.#lost(0);
  }

  /**
   * Drops the present connection and comes back at once, with whatever cursor the owner then gives.
   */
  restart(): void {
    if (this.#state.kind === 'ended') return;
    this.#lost(0);
    void this.#attempt();
  }

  async #attempt(): Promise<void> {
    clearTimeout(this.#retryTimer);
    const generation = (this.#generation += 1);
    // A connection that is being replaced after `goaway` stays open, and the screen live, until the
    // new one stands.
    if (this.#state.kind !== 'open') this.#become({ kind: 'connecting' });
    const answer = await this.#options.ticket();
    if (generation !== this.#generation) return;
    if (!answer.ok) {
      if (answer.again) return this.#lost(0, answer.code === 0);
      this.#leave(CLOSE.wentAway);
      return this.#become({ kind: 'ended', code: answer.code });
    }
    this.#connect(generation, answer.ticket);
  }

  #connect(generation: number, ticket: string): void {
    const transport = this.#transports.choose();
    const line = this.#dial(transport);
    let heard = false;
    const current = (): boolean => generation === this.#generation;
    const impatient = setTimeout(() => {
      if (heard || !current()) return;
      line.onopen = line.onmessage = line.onclose = null;
      line.close(CLOSE.wentAway);
      if (line === this.#line) this.#line = undefined;
      this.#stillborn(0);
    }, WELCOME_MS);
    line.onopen = () => {
      if (!current()) return line.close(CLOSE.wentAway);
      this.#leave(CLOSE.wentAway);
      this.#line = line;
      this.#transport = transport;
      const cursor = this.#options.cursor();
      const { screen, device, app } = this.#options;
      const hello = { t: 'hello', protocol: PROTOCOL, device, app, ticket, screen } as const;
      line.send(encode(cursor === undefined ? hello : { ...hello, cursor }));
    };
    line.onmessage = (event) => {
      const atPageMs = performance.now();
      if (!heard) this.#transports.worked();
      heard = true;
      if (line === this.#line && typeof event.data === 'string') this.#heard(event.data, atPageMs);
    };
    line.onclose = (event) => {
      clearTimeout(impatient);
      if (line !== this.#line && !current()) return;
      if (line === this.#line) this.#line = undefined;
      if (heard) this.#lost(event.code);
      else this.#stillborn(event.code);
    };
  }

  /**
   * A connection that never brought anything, though somebody had given us a ticket: this way may be
   * closed to us. Where one that works was to be replaced, it stays.
   */
  #stillborn(closeCode: number): void {
    this.#transports.failed();
    if (this.#state.kind === 'open' && this.#line !== undefined) this.#seekBetter();
    else this.#lost(closeCode);
  }

  /** While frames come by a lesser way, the better one is tried now and then. */
  #seekBetter(): void {
    clearTimeout(this.#betterTimer);
    const inMs = this.#transports.betterInMs();
    if (inMs === Infinity) return;
    this.#betterTimer = setTimeout(
      () => {
        if (this.#options.isCalm?.() === false) this.#seekBetter();
        else void this.#attempt();
      },
      Math.max(inMs, CALM_AGAIN_MS),
    );
  }

  #heard(data: string, atPageMs: number): void {
    const parsed = parseFromServer(data);
    this.#heardAtMs = atPageMs;
    if (!parsed.ok) {
      if ('unknown' in parsed) return;
      // A frame that makes no sense may have carried what comes after: start again from a whole
      // view.
      return this.#lost(CLOSE.faultyFrame);
    }
    const frame = parsed.frame;
    if (frame.t === 'welcome') {
      this.#retry = frame.retry;
      this.#beatMs = frame.beatMs;
      clearTimeout(this.#steadyTimer);
      this.#steadyTimer = setTimeout(() => (this.#attempts = 0), STEADY_MS);
    }
    this.#listen();
    this.#options.onFrame(frame, atPageMs);
    if (frame.t === 'welcome') {
      this.#become({ kind: 'open' });
      this.#seekBetter();
    }
    if (frame.t === 'goaway') {
      clearTimeout(this.#goawayTimer);
      this.#goawayTimer = setTimeout(() => void this.#attempt(), frame.afterMs);
    }
  }

  /** `unanswered`: there was nobody at the other end, rather than somebody with too much to do. */
  #lost(closeCode: number, unanswered = false): void {
    this.#generation += 1;
    this.#clearTimers();
    this.#leave(CLOSE.wentAway);
    if (closeCode !== 0 && !comesBack(closeCode)) {
      return this.#become({ kind: 'ended', code: closeCode }, closeCode);
    }
    if (closeCode === CLOSE.slowDown) {
      this.#attempts = Math.max(this.#attempts, SLOW_DOWN_ATTEMPTS);
    }
    this.#become({ kind: 'waiting' }, closeCode);
    this.#retryTimer = setTimeout(() => void this.#attempt(), this.#backOffMs(unanswered));
  }

  /** Full jitter: anywhere between the least wait and a bound that doubles with every attempt. */
  #backOffMs(unanswered: boolean): number {
    const { minMs, maxMs } = this.#retry;
    const most = unanswered ? Math.min(maxMs, KNOCK_MAX_MS) : maxMs;
    const bound = Math.min(most, minMs * 2 ** this.#attempts);
    this.#attempts += 1;
    return minMs + this.#random() * Math.max(0, bound - minMs);
  }

  #listen(): void {
    clearTimeout(this.#silenceTimer);
    if (this.#beatMs === undefined) return;
    this.#silenceTimer = setTimeout(() => this.#lost(0), this.#silenceMs(this.#beatMs));
  }

  #silentTooLong(): boolean {
    if (this.#beatMs === undefined) return false;
    return performance.now() - this.#heardAtMs > this.#silenceMs(this.#beatMs);
  }

  #silenceMs(beatMs: number): number {
    return beatMs * BEATS_MISSED + BEAT_SLACK_MS;
  }

  #dial(transport: Transport): Line {
    const url = this.#options.url ?? socketUrl(location);
    const made = this.#options.connect?.(url, transport);
    if (made !== undefined) return made;
    switch (transport) {
      case 'websocket':
        return new WebSocket(url, PROTOCOL);
      case 'events':
        return new EventLine();
      case 'polls':
        return new PollLine();
    }
  }

  #leave(code: number): void {
    const line = this.#line;
    this.#line = undefined;
    if (line === undefined) return;
    line.onopen = line.onmessage = line.onclose = null;
    line.close(code);
  }

  #clearTimers(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#silenceTimer);
    clearTimeout(this.#steadyTimer);
    clearTimeout(this.#goawayTimer);
    clearTimeout(this.#betterTimer);
  }

  #become(state: SocketState, closeCode?: number): void {
    this.#state = state;
    this.#options.onState(state, closeCode);
  }
}

export function socketUrl(at: Pick<Location, 'protocol' | 'host'>): string {
  return `${at.protocol === 'https:' ? 'wss:' : 'ws:'}//${at.host}/ws`;
}
