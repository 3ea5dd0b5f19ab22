// How deep a leader looks: the school, one room, those of one state or station in it, one of them.
// The address says it, so that a way in can be kept and sent; it names nobody.
import type { Arrival, Dot } from '../../wire/views';

/** What somebody may be, as the dots show it. */
export const STATES = ['here', 'due', 'late', 'missing', 'elsewhere', 'away'] as const;
export type State = (typeof STATES)[number];
/** Whose names may be listed: those of one state, or all who are not where they are due. */
export type Listing = State | 'unsettled';

const LISTINGS: readonly Listing[] = [...STATES, 'unsettled'];

const OF_ARRIVAL: Record<Arrival, State> = {
  arrived: 'here',
  staying: 'here',
  expected: 'due',
  prompted: 'due',
  late: 'late',
  missing: 'missing',
  elsewhere: 'elsewhere',
  excused: 'away',
  departed: 'away',
};

export function stateOf(arrival: Arrival): State {
  return OF_ARRIVAL[arrival];
}

export function isListed(listing: Listing, arrival: Arrival): boolean {
  const state = stateOf(arrival);
  return listing === 'unsettled' ? state !== 'here' && state !== 'away' : state === listing;
}

/** How many are in which state. */
export function tally(dots: Iterable<Dot>): Record<State, number> {
  const counts = { here: 0, due: 0, late: 0, missing: 0, elsewhere: 0, away: 0 };
  for (const { arrival } of dots) counts[stateOf(arrival)] += 1;
  return counts;
}

/** What else has an address: a seat, a block of the day, an open call for help. None of their ids
 * names anybody. */
const SPOTS = ['seat', 'block', 'hand'] as const;
export type Spot = { readonly of: (typeof SPOTS)[number]; readonly id: string };

/** Where that is from any page of the school. */
export function addressOf({ of, id }: Spot): string {
  return `${location.origin}/leader#${new URLSearchParams({ [of]: id }).toString()}`;
}

/** Whose day is looked at: by the number of her dot, which is another one on another day. */
export type DotOf = { readonly dot: string; readonly date: string };

export class Levels {
  #room = $state<string>();
  #station = $state<string>();
  #state = $state<Listing>();
  #student = $state.raw<DotOf>();
  #spot = $state.raw<Spot>();
  readonly #kept: boolean;

  /** @param kept Whether the address is ours: a pane among others has none. */
  constructor(kept: boolean) {
    this.#kept = kept;
    if (kept) this.#read();
  }

  /** The one room that is looked at; absent for all of the school. */
  get room(): string | undefined {
    return this.#room;
  }
  /** The station whose students are listed. */
  get station(): string | undefined {
    return this.#station;
  }
  /** Whose names are listed. */
  get state(): Listing | undefined {
    return this.#state;
  }
  get student(): DotOf | undefined {
    return this.#student;
  }

  /** A seat, a block or a call, whatever else is looked at. */
  get spot(): Spot | undefined {
    return this.#spot;
  }

  point(spot: Spot | undefined): void {
    this.#spot = spot;
    this.#write();
  }

  show(room: string | undefined): void {
    this.#go(room, undefined, undefined, undefined);
  }

  at(station: string | undefined): void {
    this.#go(this.#room, station, undefined, undefined);
  }

  list(state: Listing | undefined): void {
    this.#go(this.#room, undefined, state, undefined);
  }

  see(student: DotOf | undefined): void {
    this.#go(this.#room, this.#station, this.#state, student);
  }

  /** One level up; `false` at the top. */
  up(): boolean {
    if (this.#spot !== undefined) this.point(undefined);
    else if (this.#student !== undefined) this.see(undefined);
    else if (this.#state !== undefined) this.list(undefined);
    else if (this.#station !== undefined) this.at(undefined);
    else if (this.#room !== undefined) this.show(undefined);
    else return false;
    return true;
  }

  /** The address was changed by hand, or by the way back. */
  readonly #read = (): void => {
    const words = new URLSearchParams(location.hash.slice(1));
    const [dot, date] = [words.get('dot'), words.get('day')];
    this.#room = words.get('room') ?? undefined;
    this.#station = words.get('station') ?? undefined;
    this.#state = LISTINGS.find((state) => state === words.get('state'));
    this.#student = dot === null || date === null ? undefined : { dot, date };
    this.#spot = SPOTS.flatMap((of) => {
      const id = words.get(of);
      return id === null ? [] : [{ of, id }];
    })[0];
  };

  /** Follows the address until the screen is gone. */
  follow(): () => void {
    if (!this.#kept) return () => {};
    window.addEventListener('hashchange', this.#read);
    return () => window.removeEventListener('hashchange', this.#read);
  }

  #go(
    room: string | undefined,
    station: string | undefined,
    state: Listing | undefined,
    student: DotOf | undefined,
  ): void {
    this.#room = room;
    this.#station = station;
    this.#state = state;
    this.#student = student;
    this.#spot = undefined;
    this.#write();
  }

  #write(): void {
    if (!this.#kept) return;
    const words = new URLSearchParams();
    if (this.#room !== undefined) words.set('room', this.#room);
    if (this.#station !== undefined) words.set('station', this.#station);
    if (this.#state !== undefined) words.set('state', this.#state);
    if (this.#student !== undefined) {
      words.set('dot', this.#student.dot);
      words.set('day', this.#student.date);
    }
    if (this.#spot !== undefined) words.set(this.#spot.of, this.#spot.id);
    const hash = words.toString();
    const here = location.pathname + location.search;
    history.pushState(history.state, '', hash === '' ? here : `${here}#${hash}`);
  }
}
