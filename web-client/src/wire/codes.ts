/** Numbers of the wire that change what the client does. The sentences for people are in `text`. */
import type { Read } from './shape';
import { maybe, record, text, whole, WireFault } from './shape';

/** Close codes 4500–4999 do not come back; every other way to lose a socket does. */
export function comesBack(closeCode: number): boolean {
  return closeCode < 4500 || closeCode > 4999;
}

/** The cursor cannot be continued from: come back without one. */
export function dropsCursor(closeCode: number): boolean {
  return closeCode === 4001 || closeCode === 4002 || closeCode === 4003;
}

export const CLOSE = {
  wentAway: 1000,
  faultyFrame: 4000,
  slowDown: 4129,
  signedOut: 4501,
  forbidden: 4503,
  replaced: 4509,
} as const;

export const WIRE_ERROR = {
  protocolUnknown: 1008,
  notSignedIn: 1101,
  linkRefused: 1102,
  badgeRefused: 1103,
} as const;

const problem = record({ code: whole, title: maybe(text), hint: maybe(text) });
/**
 * What an HTTP answer other than 2xx says; its `code` is 0 when something between us and the server
 * answered.
 */
export type Problem = Read<typeof problem>;

export function parseProblem(value: unknown): Problem {
  try {
    return problem(value, '');
  } catch (fault) {
    if (fault instanceof WireFault) return { code: 0 };
    throw fault;
  }
}
