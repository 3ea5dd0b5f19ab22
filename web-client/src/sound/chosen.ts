// What this person hears and feels of a bell, as she chose.
import { preferences } from '../preferences/preferences.svelte';
import type { CueKind } from './cues';
import { playCue } from './sound';

/** Plays a cue in her family and loudness; nothing sounds, nor is asked to, for light only. */
export function playChosen(kind: CueKind, delayMs = 0): Promise<boolean> {
  const { bells, volume } = preferences.now;
  if (bells === 'light') return Promise.resolve(false);
  return playCue(kind, delayMs, { family: bells, volume: Number(volume) / 100 });
}

/** Short, and never a pattern that reminds of an alarm. */
const BUZZ_MS = [60, 90, 60];

/** Vibrates where the device can, and she wants it; browsers ask for a touch of the page before. */
export function buzz(): void {
  if (preferences.now.buzz === 'off' || !('vibrate' in navigator)) return;
  navigator.vibrate(BUZZ_MS);
}
