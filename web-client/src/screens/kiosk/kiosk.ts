// When a shared computer lets go of whoever sits at it, and whether she sits where she should.
import type { Block, Stop } from '../../wire/views';

/** Time to log out of what one worked on and stand up. */
export const AFTER_BELL_MS = 90_000;
export const IDLE_MS = 5 * 60_000;

/** Whether a block has begun, a minute and a half ago, since she sat down. */
export function isLeftBehind(
  blocks: Iterable<Block>,
  schedule: string | undefined,
  sinceMs: number,
  nowMs: number,
): boolean {
  for (const { schedule: own, startMs } of blocks) {
    if (own === schedule && startMs > sinceMs && nowMs >= startMs + AFTER_BELL_MS) return true;
  }
  return false;
}

/** The stop she should be at instead; absent when this is it, or when nobody knows. */
export function elsewhere(device: string | undefined, stop: Stop | undefined): Stop | undefined {
  if (device === undefined || stop === undefined) return undefined;
  return plain(stop.code) === plain(device) ? undefined : stop;
}

/** The seat in the address: `/kiosk?device=C12`; absent for a tablet that is passed on. */
export function askedDevice(search: string): string | undefined {
  const device = (new URLSearchParams(search).get('device') ?? '').trim();
  return /^[\p{L}\d-]{1,12}$/u.test(device) ? device.toUpperCase() : undefined;
}

function plain(code: string): string {
  return code.replaceAll('-', '').toUpperCase();
}
