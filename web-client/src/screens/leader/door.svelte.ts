// Closing stations to whoever is not there yet, and opening them again. What it would change is shown
// before anything does, and what was shown is what is done.
import type { Store } from '../../store/store.svelte';
import type { CommandResult } from '../../wire/frames';

/** What it would change: how many stops, to where, and who finds no place. */
export type Closing = CommandResult<'plan.close'>;

/** The plan is another one by now: what was shown is not what would be done. */
const STALE = 2006;

type Said =
  | { readonly kind: 'looking' }
  | { readonly kind: 'shown'; readonly closing: Closing }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly act: 'close' | 'open' }
  | { readonly kind: 'refused'; readonly code: number };

export class Door {
  readonly #store: Store;
  readonly #onplaced: (stations: readonly string[]) => void;
  /** One station, or all of a room; the first one is whose sheet it was asked on. */
  #said = $state.raw<Said & { readonly stations: readonly string[] }>();

  /** @param onplaced Everybody who was to come there has another place. */
  constructor(store: Store, onplaced: (stations: readonly string[]) => void = () => {}) {
    this.#store = store;
    this.#onplaced = onplaced;
  }

  /** What is to be said on that station's sheet: only of what was acted on last. */
  said(station: string): (Said & { readonly stations: readonly string[] }) | undefined {
    return this.#said?.stations[0] === station ? this.#said : undefined;
  }

  /** Asks what closing would change; nothing does. */
  async look(stations: readonly string[]): Promise<void> {
    const looking = { kind: 'looking', stations } as const;
    this.#said = looking;
    const outcome = await this.#store.act('plan.close', { stations }, { dryRun: true }).outcome;
    if (this.#said !== looking) return; // Closed, or another station meanwhile.
    this.#said = outcome.ok
      ? { kind: 'shown', stations, closing: outcome.result }
      : { kind: 'refused', stations, code: outcome.refusal.code };
  }

  /** Those there may stay to the end of the block; everybody else goes where it was shown. */
  async close(): Promise<void> {
    if (this.#said?.kind !== 'shown') return;
    const { stations, closing } = this.#said;
    const sending = { kind: 'sending', stations } as const;
    this.#said = sending;
    const body = { stations, changes: closing.changes };
    const outcome = await this.#store.act('plan.close', body).outcome;
    if (outcome.ok) this.#onplaced(stations);
    if (this.#said !== sending) return;
    if (!outcome.ok && outcome.refusal.code === STALE) return this.look(stations);
    this.#said = outcome.ok
      ? { kind: 'done', act: 'close', stations }
      : { kind: 'refused', code: outcome.refusal.code, stations };
  }

  /** Nobody new is sent; where those go who were to come is decided later. */
  async only(): Promise<void> {
    const station = this.#said?.stations[0];
    if (station === undefined) return;
    await this.#act('close', [station], () =>
      this.#store.act('station.close', { station, drain: true }),
    );
  }

  async open(station: string): Promise<void> {
    await this.#act('open', [station], () => this.#store.act('station.open', { station }));
  }

  /** The stations closed last, while that can be taken back by one press. */
  get closed(): readonly string[] | undefined {
    const said = this.#said;
    return said?.kind === 'done' && said.act === 'close' ? said.stations : undefined;
  }

  /** As it was: also everybody who was to be there. */
  async undo(): Promise<void> {
    const stations = this.closed;
    if (stations === undefined) return;
    await this.#act('open', stations, () => this.#store.act('plan.reopen', { stations }));
  }

  cancel(): void {
    this.#said = undefined;
  }

  /** The sheet is gone: what was said need not be said again, but for what can be taken back. */
  forget(): void {
    if (this.closed === undefined) this.#said = undefined;
  }

  /** Time is over to take it back. */
  settle(): void {
    this.#said = undefined;
  }

  async #act(
    act: 'close' | 'open',
    stations: readonly string[],
    send: () => {
      readonly outcome: Promise<
        { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: number } }
      >;
    },
  ): Promise<void> {
    if (this.#said?.kind === 'sending') return;
    const sending = { kind: 'sending', stations } as const;
    this.#said = sending;
    const outcome = await send().outcome;
    if (this.#said !== sending) return; // Closed, or another station meanwhile.
    this.#said = outcome.ok
      ? { kind: 'done', act, stations }
      : { kind: 'refused', code: outcome.refusal.code, stations };
  }
}
