// A shared computer stands on the same page for weeks: it loads it anew at night, for the newest
// build and a clean memory.
import { loadAnew } from '../load-anew';

const LOOK_MS = 10 * 60_000;
/** By the computer's own clock: no school is at its desks then. */
const FROM_HOUR = 2;
const TO_HOUR = 4;
/** Once a night. */
const OPEN_MS = 6 * 60 * 60_000;

/** Whether it is time: at night, and not a page that was loaded in it. */
export function isNightly(hour: number, openMs: number): boolean {
  return hour >= FROM_HOUR && hour < TO_HOUR && openMs >= OPEN_MS;
}

/** While nobody sits here. Returns the way to stop. */
export function reloadNightly(): () => void {
  const looking = setInterval(() => {
    if (isNightly(new Date().getHours(), performance.now())) void loadAnew();
  }, LOOK_MS);
  return () => clearInterval(looking);
}
