// When a shared computer lets go of whoever sits at it, whether she sits where she should, and what
// is a badge.
import type { Way } from '../../parts/way';
import { wayOn } from '../../parts/way';
import type { PlannedStop } from '../../store/day-plan';
import type { Block, Room, Stop } from '../../wire/views';

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

/**
 * The stop she should be at instead; absent when this is it, when an adult said that she may sit
 * here, and when nobody knows.
 */
export function elsewhere(device: string | undefined, stop: Stop | undefined): Stop | undefined {
  if (device === undefined || stop === undefined) return undefined;
  const here = plain(device);
  const borrows = stop.borrowed !== undefined && plain(stop.borrowed) === here;
  return borrows || isHers(here, stop) ? undefined : stop;
}

/** Where seats are not given out any seat of that letter is hers. */
function isHers(here: string, { code, seat, badge }: Stop): boolean {
  if (here === plain(code)) return true;
  return seat === undefined && new RegExp(`^${plain(badge.letter)}\\d+$`).test(here);
}

/** How to get to her stop, from this seat when it is one of her day. */
export function wayFrom(
  device: string | undefined,
  plan: readonly PlannedStop[],
  rooms: Iterable<Room>,
  stop: Stop,
): Way | undefined {
  const here = plan.find((one) => device !== undefined && plain(one.stop.code) === plain(device));
  const walls = [...rooms].flatMap((room) => room.outline ?? []);
  return wayOn(walls, here?.stop.spot, stop.spot);
}

/** Whether it may be what stands on a badge, in its picture or in letters: another code is nobody. */
export function isBadge(code: string): boolean {
  return /^(?:[\w-]{22}|[34679ACDEFGHJKMNPQRTWXY]{8})$/.test(code);
}

/** The seat in the address: `/kiosk?device=C12`; absent for a tablet that is passed on. */
export function askedDevice(search: string): string | undefined {
  const device = (new URLSearchParams(search).get('device') ?? '').trim();
  return /^[\p{L}\d-]{1,12}$/u.test(device) ? device.toUpperCase() : undefined;
}

function plain(code: string): string {
  return code.replaceAll('-', '').toUpperCase();
}
