/**
 * The day of whoever is signed in, kept on the device so that the page shows it and rings its bells
 * after a reload without a network. Only what is about herself and the timetable; never another
 * person's name. One day of one person: the next one, a sign-out and the end of the day remove it.
 */
import { parseFromServer } from '../wire/codec';
import type { Cursor, ScreenName, View, Welcome } from '../wire/frames';
import type { TableName, TableRows } from '../wire/views';
import type { Keep } from './keep';
import type { Tables } from './rows';

const NAME = 'day';

const PLAN: readonly TableName[] = ['day', 'schedules', 'blocks', 'agenda'];
const OWN: Readonly<Record<ScreenName, readonly TableName[]>> = {
  student: [...PLAN, 'me', 'stops', 'calls', 'help', 'rooms'],
  helper: [...PLAN, 'me', 'rooms', 'stations'],
  leader: [...PLAN, 'rooms', 'stations'],
  board: [...PLAN, 'stations'],
};

/** For a view that is only shown: nothing is ever asked for from here. */
const NOWHERE: Cursor = { epoch: 1, seq: 0, tag: '' };

export type KeptDay = {
  readonly welcome: Welcome;
  readonly view: View;
  /** Real time as the school has it, minus this device's date. */
  readonly sourceMinusDateMs: number;
  /** Floor time when it was last known to be so. */
  readonly atMs: number;
};

export class DayKeeper {
  readonly #keep: Keep;
  readonly #screen: ScreenName;

  constructor(keep: Keep, screen: ScreenName) {
    this.#keep = keep;
    this.#screen = screen;
  }

  async save(day: Omit<KeptDay, 'view'>, tables: Tables): Promise<void> {
    const rows: Record<string, unknown> = {};
    for (const name of OWN[this.#screen]) {
      const table = tables[name];
      if (table !== undefined) rows[name] = [...table.values()];
    }
    const view: View = {
      ...{ t: 'view', cursor: NOWHERE, atMs: Math.round(day.atMs) },
      tables: rows as TableRows,
    };
    await this.#keep.set(NAME, { ...day, view, screen: this.#screen });
  }

  /** What was kept for this screen; anything that does not read as it was written is none. */
  async load(): Promise<KeptDay | undefined> {
    const found = (await this.#keep.get(NAME)) as
      Record<keyof KeptDay | 'screen', unknown> | undefined;
    if (found === undefined || found.screen !== this.#screen) return undefined;
    const welcome = parseFromServer(JSON.stringify(found.welcome ?? null));
    const view = parseFromServer(JSON.stringify(found.view ?? null));
    const { sourceMinusDateMs, atMs } = found;
    if (!welcome.ok || welcome.frame.t !== 'welcome') return undefined;
    if (!view.ok || view.frame.t !== 'view') return undefined;
    if (typeof sourceMinusDateMs !== 'number' || typeof atMs !== 'number') return undefined;
    return { welcome: welcome.frame, view: view.frame, sourceMinusDateMs, atMs };
  }

  async forget(): Promise<void> {
    await this.#keep.remove(NAME);
  }
}

/** The screen a day is kept for on this device, if any: for the way in without a network. */
export async function keptScreen(keep: Keep): Promise<ScreenName | undefined> {
  const found = (await keep.get(NAME)) as { screen?: unknown } | undefined;
  const screens: readonly ScreenName[] = ['student', 'helper', 'leader', 'board'];
  return screens.find((one) => one === found?.screen);
}

/** The service date a floor instant lies in. */
export function dateAt(floorMs: number, zone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit' },
    ...(zone === undefined ? {} : { timeZone: zone }),
  } as Intl.DateTimeFormatOptions);
  return parts.format(floorMs);
}
