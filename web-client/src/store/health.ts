// What carries the day, for whoever looks after it: how many devices, which boards, the last bells.
import { get, type Answer } from '../socket/http';
import { heardBell, heardClocks, role } from '../wire/frames';
import { listOf, maybe, record, text, whole, yesNo, type Read } from '../wire/shape';

const board = record({ id: text, name: text, here: yesNo, lastSeenMs: maybe(whole) });
const health = record({
  school: text,
  date: text,
  zone: text,
  demo: yesNo,
  atMs: whole,
  upMs: whole,
  build: maybe(text),
  unsaved: yesNo,
  nodes: whole,
  people: listOf(record({ role, here: whole, of: whole })),
  transports: record({ websocket: whole, events: whole, polls: whole }),
  boards: listOf(board),
  bells: listOf(heardBell),
  clocks: heardClocks,
  aside: whole,
  imported: maybe(record({ atMs: whole, left: listOf(record({ file: text, count: whole })) })),
});

export type Health = Read<typeof health>;
export type BoardHealth = Read<typeof board>;

export async function healthOfTheDay(): Promise<Answer<Health>> {
  return get('/api/v1/health', health);
}
