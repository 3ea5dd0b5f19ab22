// What this person hears and feels of a bell, as she chose.
import { preferences } from '../preferences/preferences.svelte';
import type { CueKind } from './cues';
import { playCue, prepareCue, type Sounding } from './sound';

/** Plays a cue in her family and loudness; nothing sounds, nor is asked to, for light only. */
export function playChosen(kind: CueKind, delayMs = 0): Promise<boolean> {
  const sounding = chosen();
  return sounding === undefined ? Promise.resolve(false) : playCue(kind, delayMs, sounding);
}

/** Has it ready for when it is played. */
export function prepareChosen(kind: CueKind): void {
  const sounding = chosen();
  if (sounding !== undefined) prepareCue(kind, sounding);
}

function chosen(): Sounding | undefined {
  const { bells, volume } = preferences.now;
  return bells === 'light' ? undefined : { family: bells, volume: Number(volume) / 100 };
}

/** Short, and never a pattern that reminds of an alarm. */
const BUZZ_MS = [60, 90, 60];

/** Vibrates where the device can, and she wants it; browsers ask for a touch of the page before. */
export function buzz(): void {
  if (preferences.now.buzz === 'off' || !('vibrate' in navigator)) return;
  navigator.vibrate(BUZZ_MS);
}
