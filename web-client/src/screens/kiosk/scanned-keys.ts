// A scanner types what it reads, faster than anybody can, and ends with Enter.
import { isBadge } from './kiosk';

/** Between two keys of a scanner. */
const GAP_MS = 60;

export class ScannedKeys {
  #keys = '';
  #lastMs = -Infinity;

  /** Returns the badge that was scanned, with its last key. */
  key(key: string, atMs: number): string | undefined {
    if (atMs - this.#lastMs > GAP_MS) this.#keys = '';
    this.#lastMs = atMs;
    if (key.length === 1) this.#keys += key; // Others hold Shift or move.
    if (key !== 'Enter') return undefined;
    const scanned = this.#keys;
    this.#keys = '';
    return isBadge(scanned) ? scanned : undefined;
  }
}
