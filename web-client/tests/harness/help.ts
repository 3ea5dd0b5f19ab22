// A floor on which help is short: one busy room, one where nobody helps.
import type { LineCall, RoomHelp } from '../../src/wire/views';
import type { Scene } from './scenes';

const MINUTE_MS = 60_000;
const QUIET = { waiting: 0, onDuty: 1, away: 0, helping: 0, onHold: 0, held: 0 };

export function helpShort({ nowMs, tables }: Scene): Scene {
  const roomHelp = (tables.rooms ?? []).map(({ id }, at): RoomHelp => {
    const oldestAskedMs = nowMs - 9 * MINUTE_MS;
    if (at === 0)
      return { ...QUIET, id, waiting: 3, oldestAskedMs, helping: 1, held: 1, busy: true };
    if (at === 1) return { ...QUIET, id, waiting: 1, oldestAskedMs, onDuty: 0, away: 1 };
    return { ...QUIET, id };
  });
  const [first, second] = roomHelp;
  const line = Array.from({ length: 5 }, (_, at): LineCall => {
    const call: LineCall = {
      id: `l${at}`,
      room: (at === 4 ? second : first)?.id ?? '',
      station: 'C',
      code: 'C',
      place: at === 4 ? 'Maths table' : 'Learning centre',
      state: at === 0 ? 'claimed' : 'waiting',
      kind: at === 1 ? 'urgent' : 'work',
      askedAtMs: nowMs - (9 - at) * MINUTE_MS,
      level: at < 2 ? 3 : 0,
      epoch: at === 0 ? 2 : 0,
    };
    return at === 0 ? { ...call, owner: { id: 'abel', name: 'Abel' } } : call;
  });
  return { nowMs, tables: { ...tables, roomHelp, line } };
}
