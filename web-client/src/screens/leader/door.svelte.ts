// Closing a station to whoever is not there yet, and opening it again; what came of it last.
import type { Store } from '../../store/store.svelte';

export type DoorAct = 'station.close' | 'station.open';

type Said =
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly act: DoorAct }
  | { readonly kind: 'refused'; readonly code: number };

export class Door {
  readonly #store: Store;
  #said = $state.raw<Said & { readonly station: string }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** What is to be said of that station: only of the one acted on last. */
  said(station: string): Said | undefined {
    return this.#said?.station === station ? this.#said : undefined;
  }

  /** Those there may stay to the end of the block; nobody else is sent. */
  async close(station: string): Promise<void> {
    await this.#act('station.close', station, { station, drain: true });
  }

  async open(station: string): Promise<void> {
    await this.#act('station.open', station, { station });
  }

  /** The station closed last, while it can be opened again by one press. */
  get closed(): string | undefined {
    const said = this.#said;
    return said?.kind === 'done' && said.act === 'station.close' ? said.station : undefined;
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
    act: DoorAct,
    station: string,
    body: { readonly station: string; readonly drain?: boolean },
  ): Promise<void> {
    if (this.said(station)?.kind === 'sending') return;
    const sending = { kind: 'sending', station } as const;
    this.#said = sending;
    const outcome = await this.#store.act(act, body).outcome;
    if (this.#said !== sending) return; // Closed, or another station meanwhile.
    this.#said = outcome.ok
      ? { kind: 'done', act, station }
      : { kind: 'refused', code: outcome.refusal.code, station };
  }
}
