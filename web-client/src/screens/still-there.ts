/** While somebody helps, her device says that she is still there. */

/** The floor wants to hear of her at least this often; real time. */
const RENEW_EVERY_MS = 60_000;

/** Returns how to stop. */
export function sayStillThere(renew: () => void): () => void {
  const timer = setInterval(renew, RENEW_EVERY_MS);
  return () => clearInterval(timer);
}
