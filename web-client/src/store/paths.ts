/** Tries each way a screen can reach the school, as far as anybody gets without being signed in. */
import { EventLine, PollLine } from '../socket/call-line';
import { get } from '../socket/http';
import type { Line, Transport } from '../socket/line';
import { TRANSPORTS } from '../socket/line';
import { socketUrl } from '../socket/socket';
import { PROTOCOL } from '../wire/frames';
import { record, whole } from '../wire/shape';

export type PathName = 'page' | Transport;
/** How long it took, or that nothing came. */
export type Tried = { readonly ok: true; readonly ms: number } | { readonly ok: false };

const PATIENCE_MS = 8_000;
/** No screen would say this first: the server answers that it makes no sense, which is an answer. */
const PROBE = JSON.stringify({ t: 'clock', t0: 0 });

const time = record({ sourceMs: whole });

/** How far this device's date is from the school's clock; positive when the device is ahead. */
export async function clockApartMs(): Promise<number | undefined> {
  const before = Date.now();
  const answer = await get('/api/v1/time', time);
  const after = Date.now();
  return answer.kind === 'ok'
    ? Math.round((before + after) / 2 - answer.value.sourceMs)
    : undefined;
}

export async function tryPage(): Promise<Tried> {
  const since = performance.now();
  const answer = await get('/api/v1/time', time);
  return answer.kind === 'ok' ? { ok: true, ms: Math.round(performance.now() - since) } : NO;
}

const NO: Tried = { ok: false };

export function tryLine(
  transport: Transport,
  dial: (by: Transport) => Line = dialed,
): Promise<Tried> {
  return new Promise((done) => {
    const since = performance.now();
    const line = dial(transport);
    const end = (tried: Tried): void => {
      clearTimeout(timer);
      line.onopen = line.onmessage = line.onclose = null;
      line.close();
      done(tried);
    };
    const timer = setTimeout(() => end(NO), PATIENCE_MS);
    line.onopen = () => line.send(PROBE);
    line.onmessage = () => end({ ok: true, ms: Math.round(performance.now() - since) });
    line.onclose = () => end(NO);
  });
}

function dialed(transport: Transport): Line {
  switch (transport) {
    case 'websocket':
      return new WebSocket(socketUrl(location), PROTOCOL);
    case 'events':
      return new EventLine();
    case 'polls':
      return new PollLine();
  }
}

export { TRANSPORTS, type Transport };
