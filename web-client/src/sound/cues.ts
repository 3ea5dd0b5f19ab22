// How the bells sound. A struck bar: few, short harmonics on a decaying note, which people find
// less annoying than beeps and hear as well. High, fast and harsh sounds belong to the fire alarm,
// so nothing here is audible above 3 kHz.

/** Bells by their kind, and the soft tick of a new hand. */
export type CueKind = 'warning' | 'move' | 'tardy' | 'end' | 'dismiss' | 'manual' | 'hand';

/** Loudest sample of a cue: −14 dB of full scale. */
export const PEAK = 10 ** (-14 / 20);

const ATTACK_S = 0.03;
const RELEASE_S = 0.06;
const DECAY_S = 0.55;
/** Multiple of the note, level, and how many times faster than the note it dies. */
const PARTIALS = [
  { of: 1, level: 1, faster: 1 },
  { of: 2, level: 0.28, faster: 2 },
  { of: 3, level: 0.1, faster: 3.5 },
  { of: 4.2, level: 0.04, faster: 5 },
] as const;

type Cue = { notesHz: readonly number[]; everyS: number; lengthS: number; decayS: number };

const CUES: Record<CueKind, Cue> = {
  warning: { notesHz: [392, 494], everyS: 0.5, lengthS: 2, decayS: DECAY_S },
  move: { notesHz: [392, 494, 587], everyS: 0.5, lengthS: 2.6, decayS: DECAY_S },
  tardy: { notesHz: [587, 392], everyS: 0.45, lengthS: 1.8, decayS: DECAY_S },
  end: { notesHz: [392], everyS: 0, lengthS: 1.6, decayS: DECAY_S },
  dismiss: { notesHz: [587, 494, 392], everyS: 0.5, lengthS: 2.6, decayS: DECAY_S },
  manual: { notesHz: [494, 494], everyS: 0.5, lengthS: 2, decayS: DECAY_S },
  hand: { notesHz: [392], everyS: 0, lengthS: 0.12, decayS: 0.04 },
};

/** The samples of a cue, one channel, −1 to 1. */
export function renderCue(kind: CueKind, sampleRate: number): Float32Array<ArrayBuffer> {
  const cue = CUES[kind];
  const samples = new Float32Array(Math.round(cue.lengthS * sampleRate));
  cue.notesHz.forEach((hz, note) => {
    strike(samples, { hz, atS: note * cue.everyS, decayS: cue.decayS, sampleRate });
  });
  release(samples, Math.min(RELEASE_S, cue.lengthS / 3) * sampleRate);
  return levelled(samples);
}

type Strike = { hz: number; atS: number; decayS: number; sampleRate: number };

function strike(samples: Float32Array, { hz, atS, decayS, sampleRate }: Strike): void {
  for (let i = Math.round(atS * sampleRate); i < samples.length; i++) {
    const t = i / sampleRate - atS;
    const attack = t < ATTACK_S ? (1 - Math.cos((Math.PI * t) / ATTACK_S)) / 2 : 1;
    let sum = 0;
    for (const { of, level, faster } of PARTIALS) {
      sum += level * Math.exp((-t * faster) / decayS) * Math.sin(2 * Math.PI * hz * of * t);
    }
    samples[i] = (samples[i] ?? 0) + attack * sum;
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

function levelled(samples: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (sample / loudest) * PEAK);
}
