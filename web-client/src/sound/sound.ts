// One audio context for the page. Browsers start it suspended until somebody touches the page; a
// call or a locked screen interrupts it, and then resuming may claim success over a clock that
// stands still. So nothing here believes a state: it looks whether the clock moves.

import { renderCue, type CueKind, type SoundFamily } from './cues';

/** `locked`: waits for a touch. `interrupted`: was running and stopped. `none`: no sound here. */
export type AudioState = 'running' | 'locked' | 'interrupted' | 'none';

/** A running clock moves within this; iOS takes longest after a call. */
const CLOCK_MOVES_WITHIN_MS = 300;
const LOOK_EVERY_MS = 25;

let context: AudioContext | undefined;
let ranOnce = false;
const buffers = new Map<string, AudioBuffer>();
const watchers = new Set<(state: AudioState) => void>();

export function audioState(): AudioState {
  if (typeof AudioContext === 'undefined') {
    return 'none';
  }
  if (context?.state === 'running') {
    return 'running';
  }
  return ranOnce ? 'interrupted' : 'locked';
}

/** Calls back at once and on every change; returns the way to stop. */
export function onAudioState(watcher: (state: AudioState) => void): () => void {
  watchers.add(watcher);
  watcher(audioState());
  return () => {
    watchers.delete(watcher);
  };
}

/** Call from a tap or a key press; true when sound will be heard from now on. */
export async function unlockAudio(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') {
    return false;
  }
  if (await running(opened())) {
    return true;
  }
  // A context that says "running" over a dead clock never recovers: throw it away, try once more.
  await rebuilt();
  return running(opened());
}

/** What is struck, and how loud: 1 as it was made, less is softer. */
export type Sounding = { readonly family: SoundFamily; readonly volume: number };

const AS_MADE: Sounding = { family: 'carillon', volume: 1 };

/**
 * Plays a cue after `delayMs`; false when it will not be heard, so that the caller can say so on
 * the screen. Keep the delay near a second: audio clocks drift from real time when asked further
 * ahead.
 */
export async function playCue(kind: CueKind, delayMs = 0, sounding = AS_MADE): Promise<boolean> {
  if (typeof AudioContext === 'undefined') {
    return false;
  }
  const dueMs = performance.now() + delayMs;
  let audio = opened();
  if (audio.state !== 'running' && !(await running(audio))) {
    return false;
  }
  const heard = start(audio, { kind, sounding }, dueMs);
  if (await clockMoves(audio)) {
    return true;
  }
  heard.stop();
  await rebuilt();
  audio = opened();
  if (!(await running(audio))) {
    return false;
  }
  start(audio, { kind, sounding }, dueMs);
  return true;
}

/**
 * Opens the device and strikes the bell that comes next while the page has nothing else to do: both
 * take their time, and at a bell everything on the screen moves as well.
 */
export function prepareCue(kind: CueKind, sounding = AS_MADE): void {
  if (typeof AudioContext === 'undefined') return;
  whenIdle(() => {
    const audio = opened();
    whenIdle(() => bufferOf(audio, { kind, sounding }));
  });
}

function whenIdle(task: () => void): void {
  // Safari does not say when a page is idle.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task);
  else setTimeout(task, 0);
}

function opened(): AudioContext {
  if (context === undefined) {
    context = new AudioContext({ latencyHint: 'interactive' });
    context.addEventListener('statechange', tell);
  }
  return context;
}

async function rebuilt(): Promise<void> {
  const old = context;
  context = undefined;
  buffers.clear();
  old?.removeEventListener('statechange', tell);
  await old?.close().catch(() => undefined); // Already closed is closed.
}

/** Resumes where needed and looks whether the clock moves. */
async function running(audio: AudioContext): Promise<boolean> {
  if (audio.state !== 'running') {
    // Without a touch the promise stays open in some browsers: do not wait for it longer than this.
    await Promise.race([audio.resume().catch(() => undefined), waited(CLOCK_MOVES_WITHIN_MS)]);
  }
  const moves = audio.state === 'running' && (await clockMoves(audio));
  ranOnce ||= moves;
  tell();
  return moves;
}

async function clockMoves(audio: AudioContext): Promise<boolean> {
  const from = audio.currentTime;
  const untilMs = performance.now() + CLOCK_MOVES_WITHIN_MS;
  while (performance.now() < untilMs) {
    if (audio.currentTime > from) {
      return true;
    }
    await waited(LOOK_EVERY_MS);
  }
  return audio.currentTime > from;
}

type What = { readonly kind: CueKind; readonly sounding: Sounding };

function start(audio: AudioContext, what: What, dueMs: number): AudioBufferSourceNode {
  const source = audio.createBufferSource();
  source.buffer = bufferOf(audio, what);
  source.connect(audio.destination);
  source.start(audio.currentTime + Math.max(0, dueMs - performance.now()) / 1_000);
  return source;
}

/** The volume is in the samples: one node a bell, and nothing to connect in between. */
function bufferOf(audio: AudioContext, { kind, sounding }: What): AudioBuffer {
  const { family, volume } = sounding;
  const name = `${kind} ${family} ${volume}`;
  const kept = buffers.get(name);
  if (kept !== undefined) {
    return kept;
  }
  const samples = renderCue(kind, audio.sampleRate, family);
  for (let i = 0; i < samples.length; i++) samples[i] = (samples[i] ?? 0) * volume;
  const buffer = audio.createBuffer(1, samples.length, audio.sampleRate);
  buffer.copyToChannel(samples, 0);
  buffers.set(name, buffer);
  return buffer;
}

function tell(): void {
  for (const watcher of watchers) {
    watcher(audioState());
  }
}

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
