// What adults have told one another in the block that runs.
import type { Message } from '../../src/wire/views';
import type { Scene } from './scenes';

const ROSA = { id: 'rosa', name: 'Rosa Lindqvist' };
const ABEL = { id: 'abel', name: 'Abel Ortiz' };
const LEA = { id: 'lea', name: 'Lea Moreau' };
const MINUTE_MS = 60_000;

export function toldHelper({ nowMs, tables }: Scene): Scene {
  const room = tables.rooms?.[0]?.id ?? '';
  const untilMs = nowMs + 12 * MINUTE_MS;
  const messages: Message[] = [
    {
      ...{ id: 'm1', by: LEA, to: 'all', atMs: nowMs - 6 * MINUTE_MS, untilMs, got: true },
      text: 'The hall is closed until lunch',
    },
    {
      ...{ id: 'm2', by: ABEL, to: 'person', person: ROSA, atMs: nowMs - 4 * MINUTE_MS, untilMs },
      ...{ phrase: 'please-come', readers: { of: 1, got: [ROSA] } },
    },
    {
      ...{ id: 'm3', by: LEA, to: 'room', room, atMs: nowMs - 2 * MINUTE_MS, untilMs, got: false },
      text: 'Two visitors come to you at ten',
    },
    {
      ...{ id: 'm4', by: ROSA, to: 'room', room, atMs: nowMs - MINUTE_MS, untilMs, got: false },
      text: 'Two of the new tablets are at the loom, please bring them back before the bell',
    },
  ];
  return { nowMs, tables: { ...tables, messages } };
}

export function toldLeaders({ nowMs, tables }: Scene): Scene {
  const messages: Message[] = [
    {
      ...{ id: 'm1', by: LEA, to: 'all', atMs: nowMs - 6 * MINUTE_MS },
      ...{ text: 'The hall is closed until lunch', readers: { of: 6, got: [ABEL, ROSA] } },
    },
    {
      ...{ id: 'm2', by: ABEL, to: 'leaders', atMs: nowMs - MINUTE_MS },
      ...{ phrase: 'please-come', readers: { of: 2, got: [] } },
    },
  ];
  return { nowMs, tables: { ...tables, messages } };
}

/** What the leader who looks has put on the boards. */
export function announcedByLeaders({ nowMs, tables }: Scene): Scene {
  const texts = [
    { lang: 'en', text: 'Lunch is in the gym' },
    { lang: 'es', text: 'Se come en el gimnasio' },
  ];
  const messages: Message[] = [{ id: 'm1', by: LEA, to: 'boards', atMs: nowMs, texts }];
  return { nowMs, tables: { ...tables, messages } };
}
