/**
 * The ids of the bells this device has rung today: remembered over a reload, forgotten with the
 * day.
 */

export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class RungBook {
  readonly #shelf: Shelf | undefined;
  readonly #key: string;
  #date = '';
  #ids = new Set<string>();

  /** `device` keeps the panes of one document apart. */
  constructor(device: string, shelf?: Shelf) {
    this.#key = `carillon.rung.${device}`;
    this.#shelf = shelf;
  }

  /** Opens the page of a service date; another date's is thrown away. */
  open(date: string): void {
    if (date === this.#date) return;
    this.#date = date;
    this.#ids = new Set();
    const [kept, ...ids] = (this.#shelf?.getItem(this.#key) ?? '').split('\n');
    if (kept === date) this.#ids = new Set(ids);
    else this.#write();
  }

  has(bell: string): boolean {
    return this.#ids.has(bell);
  }

  /** True for the first caller of each bell only. */
  claim(bell: string): boolean {
    if (this.#ids.has(bell)) return false;
    this.#ids.add(bell);
    this.#write();
    return true;
  }

  #write(): void {
    this.#shelf?.setItem(this.#key, [this.#date, ...this.#ids].join('\n'));
  }
}
