// A stop that is another one than was published is marked when it comes on show, and for half a
// minute: long enough to be seen, and gone before it is an ornament.

export const MARKED_MS = 30_000;

export class ChangeMarks {
  readonly #sinceMs = new Map<string, number>();

  /** Whether this stop of a row is marked; asked for as long as the stop is on show. */
  marks(row: string, block: string, code: string, nowMs: number): boolean {
    const key = `${row} ${block} ${code}`;
    const since = this.#sinceMs.get(key);
    if (since === undefined || since > nowMs) {
      this.#sinceMs.set(key, nowMs);
      return true;
    }
    return nowMs - since < MARKED_MS;
  }

  /** Another day, another plan. */
  forget(): void {
    this.#sinceMs.clear();
  }
}
