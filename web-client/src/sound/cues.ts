// How the bells sound. A struck bar: few, short harmonics on a decaying note, which people find
// less annoying than beeps and hear as well. High, fast and harsh sounds belong to the fire alarm,
// so nothing here is audible above 3 kHz. The families differ in what is struck, never in the
// notes: whoever changes hers knows the bells she knew.

/** Bells by their kind, the quiet one some want five minutes ahead, and the tick of a new hand. */
export type CueKind = 'soon' | 'warning' | 'move' | 'tardy' | 'end' | 'dismiss' | 'manual' | 'hand';

/** What is struck: a bronze bar, a wooden one, or felt on a string. */
export type SoundFamily = 'carillon' | 'wood' | 'hush';

/** Loudest sample of a cue: −14 dB of full scale, and −20 dB of a hushed one. */
export const PEAK = 10 ** (-14 / 20);
const HUSHED_PEAK = 10 ** (-20 / 20);

const RELEASE_S = 0.06;

/** Multiple of the note, level, and how many times faster than the note it dies. */
type Partial = { readonly of: number; readonly level: number; readonly faster: number };

type Struck = {
  readonly attackS: number;
  /** Of the decay of a bronze bar. */
  readonly decay: number;
  readonly partials: readonly Partial[];
  readonly peak: number;
};

const FAMILIES: Readonly<Record<SoundFamily, Struck>> = {
  carillon: {
    attackS: 0.03,
    decay: 1,
    partials: [
      { of: 1, level: 1, faster: 1 },
      { of: 2, level: 0.28, faster: 2 },
      { of: 3, level: 0.1, faster: 3.5 },
      { of: 4.2, level: 0.04, faster: 5 },
    ],
    peak: PEAK,
  },
  // A bar of wood: hollow (its first overtone is two octaves up), dry and short.
  wood: {
    attackS: 0.028,
    decay: 0.4,
    partials: [
      { of: 1, level: 1, faster: 1 },
      { of: 4, level: 0.12, faster: 3 },
    ],
    peak: PEAK,
  },
  // Almost a bare tone, that comes slowly and goes slowly.
  hush: {
    attackS: 0.12,
    decay: 1.15,
    partials: [
      { of: 1, level: 1, faster: 1 },
      { of: 2, level: 0.06, faster: 2 },
    ],
    peak: HUSHED_PEAK,
  },
};

type Cue = {
  readonly notesHz: readonly number[];
  readonly everyS: number;
  readonly lengthS: number;
  readonly decayS: number;
};

const DECAY_S = 0.55;
const CUES: Readonly<Record<CueKind, Cue>> = {
  soon: { notesHz: [392], everyS: 0, lengthS: 1.6, decayS: DECAY_S },
  warning: { notesHz: [392, 494], everyS: 0.5, lengthS: 2, decayS: DECAY_S },
  move: { notesHz: [392, 494, 587], everyS: 0.5, lengthS: 2.6, decayS: DECAY_S },
  tardy: { notesHz: [587, 392], everyS: 0.45, lengthS: 1.8, decayS: DECAY_S },
  end: { notesHz: [392], everyS: 0, lengthS: 1.6, decayS: DECAY_S },
  dismiss: { notesHz: [587, 494, 392], everyS: 0.5, lengthS: 2.6, decayS: DECAY_S },
  manual: { notesHz: [494, 494], everyS: 0.5, lengthS: 2, decayS: DECAY_S },
  hand: { notesHz: [392], everyS: 0, lengthS: 0.12, decayS: 0.04 },
};

/** The samples of a cue, one channel, −1 to 1. */
export function renderCue(
  kind: CueKind,
  sampleRate: number,
  family: SoundFamily = 'carillon',
): Float32Array<ArrayBuffer> {
  const cue = CUES[kind];
  const struck = FAMILIES[family];
  const samples = new Float32Array(Math.round(cue.lengthS * sampleRate));
  cue.notesHz.forEach((hz, note) => {
    strike(samples, struck, {
      hz,
      atS: note * cue.everyS,
      decayS: cue.decayS * struck.decay,
      // A tick has no time to come slowly.
      attackS: Math.min(struck.attackS, cue.lengthS / 4),
      sampleRate,
    });
  });
  release(samples, Math.min(RELEASE_S, cue.lengthS / 3) * sampleRate);
  return levelled(samples, struck.peak);
}

type Strike = {
  readonly hz: number;
  readonly atS: number;
  readonly decayS: number;
  readonly attackS: number;
  readonly sampleRate: number;
};

function strike(samples: Float32Array, struck: Struck, how: Strike): void {
  const { hz, atS, decayS, attackS, sampleRate } = how;
  const from = Math.round(atS * sampleRate);
  const attack = Math.min(Math.ceil(attackS * sampleRate), samples.length - from);
  for (const { of, level, faster } of struck.partials) {
    // A tone that dies follows from its two samples before: a sine and a power for each would take
    // a slow device longer than a screen may stand still.
    const turn = (2 * Math.PI * hz * of) / sampleRate;
    const lasts = Math.exp(-faster / (decayS * sampleRate));
    const [next, last] = [2 * lasts * Math.cos(turn), lasts * lasts];
    let [before, now] = [(-level * Math.sin(turn)) / lasts, 0];
    for (let n = 0; from + n < samples.length; n++) {
      const comes = n < attack ? (1 - Math.cos((Math.PI * n) / attackS / sampleRate)) / 2 : 1;
      samples[from + n] = (samples[from + n] ?? 0) + comes * now;
      [before, now] = [now, next * now - last * before];
    }
  }
}

/** Lets the end go to silence, so that a tail cut short does not click. */
function release(samples: Float32Array, length: number): void {
  const from = samples.length - length;
  for (let i = Math.max(0, Math.ceil(from)); i < samples.length; i++) {
    const gone = (i - from) / length;
    samples[i] = ((samples[i] ?? 0) * (1 + Math.cos(Math.PI * gone))) / 2;
  }
}

function levelled(samples: Float32Array<ArrayBuffer>, to: number): Float32Array<ArrayBuffer> {
  let loudest = 0;
  for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
  for (let i = 0; i < samples.length; i++) samples[i] = ((samples[i] ?? 0) / loudest) * to;
  return samples;
}
