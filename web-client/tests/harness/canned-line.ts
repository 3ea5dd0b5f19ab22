// A server that always says the same: welcome, the canned view, and an answer to every command.
import type { Line } from '../../src/socket/socket';
import type { AnyCommand, FromDevice, FromServer, Moved } from '../../src/wire/frames';
import type { TableRows } from '../../src/wire/views';

const MINUTE_MS = 60_000;

export class CannedLine implements Line {
  readyState: Line['readyState'] = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;

  readonly #screen: 'leader' | 'board';
  readonly #nowMs: number;
  readonly #tables: TableRows;

  constructor(screen: 'leader' | 'board', nowMs: number, tables: TableRows) {
    this.#screen = screen;
    this.#nowMs = nowMs;
    this.#tables = tables;
    setTimeout(() => {
      this.readyState = 1;
      this.onopen?.(new Event('open'));
    });
  }

  send(text: string): void {
    const frame = JSON.parse(text) as FromDevice;
    if (frame.t === 'hello') this.#greet();
    if (frame.t === 'command') this.#answer(frame);
  }

  close(): void {
    this.readyState = 3;
  }

  #greet(): void {
    const sourceMs = Date.now();
    this.#say({
      t: 'welcome',
      person: { id: 'lea', name: 'Lea', role: 'leader' },
      screen: this.#screen,
      lang: 'en',
      school: 'Carpe Diem Yuma',
      date: '2026-09-14',
      demo: true,
      beatMs: 600_000,
      retry: { minMs: 500, maxMs: 5_000 },
      limits: { frameBytes: 4_096, perSecond: 10, burst: 20 },
      clock: { originMs: sourceMs, baseMs: this.#nowMs, speed: 1 },
      sourceMs,
    });
    this.#say({
      t: 'view',
      cursor: { epoch: 1, seq: 1, tag: 'canned' },
      atMs: this.#nowMs,
      tables: this.#tables,
    });
  }

  #answer({ id, kind, body, dryRun }: AnyCommand): void {
    const minutes = kind === 'timeline.extend' ? (body as { minutes: number }).minutes : 0;
    if (minutes > 6) {
      this.#say({
        t: 'refused',
        id,
        code: 2103,
        key: 'no-slack',
        retry: false,
        args: { neededMin: `${minutes}`, slackMin: '6', anchor: 'Lunch', options: '2,4,6' },
      });
      return;
    }
    this.#say({
      t: 'done',
      id,
      seq: 2,
      result: this.#moved(minutes),
      ...(dryRun ? { dryRun } : {}),
    });
  }

  #moved(minutes: number): Moved {
    const blocks = (this.#tables.blocks ?? []).filter(({ order }) => order >= 2 && order <= 4);
    const later = (share: number) => Math.round((minutes * (3 - share)) / 3) * MINUTE_MS;
    const moved = blocks.flatMap((block, at) => [
      ...(at === 0
        ? []
        : [
            {
              block: block.id,
              edge: 'start' as const,
              fromMs: block.startMs,
              toMs: block.startMs + later(at - 1),
            },
          ]),
      ...(at === 2
        ? []
        : [
            {
              block: block.id,
              edge: 'end' as const,
              fromMs: block.endMs,
              toMs: block.endMs + later(at),
            },
          ]),
    ]);
    return { version: 8, moved: minutes === 0 ? [] : moved, students: 240 };
  }

  #say(frame: FromServer): void {
    setTimeout(() =>
      this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(frame) })),
    );
  }
}
