// Goal: a bell that cannot be heard says so. Method: an audio context whose state and clock the test
// holds in its hands.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Node = { connect: () => void; start: (at: number) => void; stop: () => void };

const made: FakeContext[] = [];
let first: 'runs' | 'locked' | 'dead' = 'runs';

class FakeContext extends EventTarget {
  state: AudioContextState = 'suspended';
  readonly sampleRate = 8_000;
  readonly destination = {};
  readonly started: number[] = [];
  closed = false;
  buffers = 0;
  readonly #mood = made.length === 0 ? first : 'runs';
  readonly #bornMs = performance.now();

  constructor() {
    super();
    made.push(this);
  }

  get currentTime(): number {
    return this.#mood === 'dead' ? 0 : (performance.now() - this.#bornMs) / 1_000;
  }

  resume(): Promise<void> {
    if (this.#mood === 'locked') return new Promise(() => undefined);
    this.state = 'running';
    this.dispatchEvent(new Event('statechange'));
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }

  createBuffer(): { copyToChannel: () => void } {
    this.buffers++;
    return { copyToChannel: () => undefined };
  }

  createBufferSource(): Node {
    return {
      connect: () => undefined,
      start: (at) => this.started.push(at),
      stop: () => undefined,
    };
  }
}

beforeEach(() => {
  made.length = 0;
  first = 'runs';
  vi.resetModules();
  vi.stubGlobal('AudioContext', FakeContext);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a page that may sound plays a cue after its delay', async () => {
  const { audioState, playCue } = await import('./sound');
  expect(audioState()).toBe('locked');
  expect(await playCue('move', 1_000)).toBe(true);
  expect(audioState()).toBe('running');
  expect(made[0]?.started).toHaveLength(1);
  expect(made[0]?.started[0]).toBeGreaterThan(0.9);
});

test('a bell that is to come is ready before it: nothing is opened or struck when it is played', async () => {
  const idle: (() => void)[] = [];
  vi.stubGlobal('requestIdleCallback', (task: () => void) => idle.push(task));
  const { playCue, prepareCue } = await import('./sound');
  prepareCue('move');
  expect(made).toHaveLength(0);
  for (let task = idle.shift(); task !== undefined; task = idle.shift()) task();
  expect(made.map(({ buffers }) => buffers)).toEqual([1]);
  expect(await playCue('move')).toBe(true);
  expect(made.map(({ buffers }) => buffers)).toEqual([1]);
});

test('a page nobody has touched plays nothing and says so', async () => {
  first = 'locked';
  const { audioState, playCue } = await import('./sound');
  expect(await playCue('move')).toBe(false);
  expect(audioState()).toBe('locked');
  expect(made[0]?.started).toEqual([]);
});

test('a context whose clock stands still is thrown away for a new one', async () => {
  first = 'dead';
  const { unlockAudio } = await import('./sound');
  expect(await unlockAudio()).toBe(true);
  expect(made).toHaveLength(2);
  expect(made[0]?.closed).toBe(true);
});

test('an interruption is told to whoever watches', async () => {
  const { onAudioState, unlockAudio } = await import('./sound');
  const seen: string[] = [];
  const stop = onAudioState((state) => seen.push(state));
  await unlockAudio();
  const context = made[0];
  if (context !== undefined) {
    context.state = 'suspended';
    context.dispatchEvent(new Event('statechange'));
  }
  stop();
  expect(seen[0]).toBe('locked');
  expect(seen.at(-1)).toBe('interrupted');
  expect(seen).toContain('running');
});

test('without Web Audio there is no sound, and no exception', async () => {
  vi.stubGlobal('AudioContext', undefined);
  const { audioState, playCue, unlockAudio } = await import('./sound');
  expect(audioState()).toBe('none');
  expect(await unlockAudio()).toBe(false);
  expect(await playCue('hand')).toBe(false);
});
