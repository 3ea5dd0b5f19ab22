// @vitest-environment node
// Goal: every cue keeps the promises of the design language. Method: render the samples and measure.
import { describe, expect, test } from 'vitest';
import { renderCue, type CueKind, type SoundFamily } from './cues';

const RATE = 48_000;
const FAMILIES: SoundFamily[] = ['carillon', 'wood', 'hush'];
const CUES: CueKind[] = ['soon', 'warning', 'move', 'tardy', 'end', 'dismiss', 'manual', 'hand'];

const ALL = FAMILIES.flatMap((family) => CUES.map((kind) => [family, kind] as const));

describe.each(ALL)('%s: %s', (family, kind) => {
  const samples = renderCue(kind, RATE, family);

  test('never peaks above −12 dB: at −14, and a hushed one at −20', () => {
    expect(decibel(peak(samples))).toBeCloseTo(family === 'hush' ? -20 : -14, 1);
  });

  test('is shorter than three seconds', () => {
    expect(samples.length / RATE).toBeLessThanOrEqual(kind === 'hand' ? 0.12 : 3);
  });

  test('rises softly: 15 ms or more from a tenth to nine tenths', () => {
    expect(riseMs(samples)).toBeGreaterThanOrEqual(kind === 'hand' ? 10 : 15);
  });

  test('ends in silence', () => {
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
  });

  test('has nothing above 3 kHz, where the fire alarm lives', () => {
    const all = energy(samples);
    expect(10 * Math.log10(energy(highPassed(samples, 3_000)) / all)).toBeLessThanOrEqual(-30);
  });
});

test('the move cue is calm: about −26 dB on average', () => {
  const samples = renderCue('move', RATE);
  const rms = Math.sqrt(energy(samples) / samples.length);
  expect(decibel(rms)).toBeGreaterThan(-32);
  expect(decibel(rms)).toBeLessThan(-23);
});

test.each(FAMILIES)('the move cue of %s climbs: 392, 494, then 587 hertz', (family) => {
  const samples = renderCue('move', RATE, family);
  const at = (seconds: number) => loudest(samples.slice(seconds * RATE, (seconds + 0.4) * RATE));
  expect([at(0.05), at(0.55), at(1.05)]).toEqual([392, 494, 587]);
});

function peak(samples: Float32Array): number {
  return samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
}

function decibel(level: number): number {
  return 20 * Math.log10(level);
}

function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}

/** Rise of the envelope (the running maximum of each 5 ms) of the first note. */
function riseMs(samples: Float32Array): number {
  const first = samples.slice(0, 0.2 * RATE);
  const most = peak(first);
  let envelope = 0;
  let tenthAt = -1;
  for (const [i, sample] of first.entries()) {
    envelope = Math.max(envelope, Math.abs(sample));
    if (tenthAt < 0 && envelope >= most * 0.1) {
      tenthAt = i;
    }
    if (envelope >= most * 0.9) {
      return ((i - tenthAt) / RATE) * 1_000;
    }
  }
  return 0;
}

/** A fourth-order Butterworth high pass: two second-order sections of the bilinear kind. */
function highPassed(samples: Float32Array, hz: number): Float32Array {
  return [0.5412, 1.3066].reduce((signal, quality) => section(signal, hz, quality), samples);
}

function section(samples: Float32Array, hz: number, quality: number): Float32Array {
  const w = (2 * Math.PI * hz) / RATE;
  const alpha = Math.sin(w) / (2 * quality);
  const a0 = 1 + alpha;
  const [b0, b1] = [(1 + Math.cos(w)) / 2 / a0, -(1 + Math.cos(w)) / a0];
  const [a1, a2] = [(-2 * Math.cos(w)) / a0, (1 - alpha) / a0];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b0 * x + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

/** Which of the three notes is strongest here (Goertzel). */
function loudest(samples: Float32Array): number {
  const power = (hz: number) => {
    const k = 2 * Math.cos((2 * Math.PI * hz) / RATE);
    let [s1, s2] = [0, 0];
    for (const sample of samples) {
      [s2, s1] = [s1, sample + k * s1 - s2];
    }
    return s1 * s1 + s2 * s2 - k * s1 * s2;
  };
  return [392, 494, 587].reduce((best, hz) => (power(hz) > power(best) ? hz : best));
}
