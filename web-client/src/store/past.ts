// A day gone by, or the part of today that is over: asked for in pieces, for leaders only.
import { get, type Answer } from '../socket/http';
import type { Cursor, Patch, View } from '../wire/frames';
import { fromServer } from '../wire/frames';
import { listOf, members, record, text, whole, WireFault, yesNo, type Shape } from '../wire/shape';
import type { Tables } from './rows';
import { patched, tablesOf } from './rows';
import { names, type Named } from './station-names';

type Frame = View | Patch | { readonly t: 'beat'; readonly cursor: Cursor };

const frame: Shape<Frame> = (value, field) => {
  switch (members(value, field)['t']) {
    case 'view':
      return fromServer.view(value, field) as View;
    case 'patch':
      return fromServer.patch(value, field) as Patch;
    case 'beat':
      return fromServer.beat(value, field) as Frame;
    default:
      throw new WireFault(`${field}.t`, 'view, patch or beat');
  }
};

const film = record({
  date: text,
  openedAtMs: whole,
  untilMs: whole,
  closed: yesNo,
  stills: listOf(record({ atMs: whole, frame })),
});
const kept = record({ today: text, days: listOf(text) });

/** The tables as they were at an instant. */
export type Still = { readonly atMs: number; readonly tables: Tables };

export type Film = {
  /** Nothing is known before. */
  readonly openedAtMs: number;
  /** Nothing is known after: now, or the end of that day. */
  readonly untilMs: number;
  readonly closed: boolean;
  readonly stills: readonly Still[];
};

/** Instants from one to another, as many as fit; those that have not been yet are left out. */
export async function filmOf(
  date: string,
  fromMs: number,
  toMs: number,
  stepMs: number,
): Promise<Answer<Film>> {
  const query = `from=${fromMs}&to=${toMs}&step=${stepMs}`;
  const answer = await get(`/api/v1/replay/${encodeURIComponent(date)}?${query}`, film);
  return answer.kind === 'ok' ? { kind: 'ok', value: developed(answer.value) } : answer;
}

/** The days of which something is kept, the last one first. */
export async function daysKept(): Promise<Answer<{ today: string; days: readonly string[] }>> {
  return get('/api/v1/replay', kept);
}

/** The names at a station at an instant: the server writes down who looked. */
export async function namesThen(
  date: string,
  station: string,
  atMs: number,
): Promise<Answer<{ students: readonly Named[] }>> {
  const day = encodeURIComponent(date);
  return get(
    `/api/v1/replay/${day}/stations/${encodeURIComponent(station)}/students?at=${atMs}`,
    names,
  );
}

function developed(shot: {
  readonly openedAtMs: number;
  readonly untilMs: number;
  readonly closed: boolean;
  readonly stills: readonly { readonly atMs: number; readonly frame: Frame }[];
}): Film {
  let tables: Tables = {};
  const stills = shot.stills.map(({ atMs, frame }) => {
    if (frame.t === 'view') tables = tablesOf(frame.tables);
    else if (frame.t === 'patch') tables = patched(tables, frame);
    return { atMs, tables };
  });
  return { openedAtMs: shot.openedAtMs, untilMs: shot.untilMs, closed: shot.closed, stills };
}
