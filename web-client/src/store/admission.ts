// Letting others in. Links and badges are shown once, kept nowhere, and written down as made.
import { get, post, type Answer } from '../socket/http';
import { role } from '../wire/frames';
import { listOf, maybe, record, text, whole, yesNo, type Read } from '../wire/shape';

const listed = record({ id: text, name: text, role, group: maybe(text) });
const everybody = record({ people: listOf(listed) });
const link = record({ link: text, validMs: whole });
const badge = record({ token: text, code: text });

export type Listed = Read<typeof listed>;

/** Everybody of the school; asked for by hand, as it leaves a trace. */
export async function people(): Promise<Answer<Read<typeof everybody>>> {
  return get('/api/v1/people', everybody);
}

/** A link for an adult or a board, good once. */
export async function makeLink(person: string): Promise<Answer<Read<typeof link>>> {
  return post('/api/v1/links', { person }, link);
}

/** A new badge for a student; the one before is void. */
export async function makeBadge(student: string): Promise<Answer<Read<typeof badge>>> {
  return post('/api/v1/badges', { student }, badge);
}

/** What an adult opens; the secret stands in the fragment, which no server is sent. */
export function linkOf(secret: string): string {
  return `${location.origin}/sign-in#${secret}`;
}

const PAIRING = /^#pair=([0-9A-Z]{6})$/;

/** What whoever may say which board this is scans from a new screen: her own page, with the code. */
export function pairingLink(code: string): string {
  return `${location.origin}/leader#pair=${code}`;
}

/** The code this page was opened with, once: it is of no use later, and leaves the address. */
export function takePairingCode(): string | undefined {
  const code = PAIRING.exec(location.hash)?.[1];
  if (code !== undefined)
    history.replaceState(history.state, '', location.pathname + location.search);
  return code;
}

const offered = record({ code: text, secret: text, validMs: whole });
const entered = record({ paired: yesNo });

/** A code for this screen to show until somebody says which board it is. */
export async function offerPairing(): Promise<Answer<Read<typeof offered>>> {
  return post('/api/v1/pairings', undefined, offered);
}

/** Whether somebody has; then this screen is signed in. */
export async function enterPaired(secret: string): Promise<Answer<Read<typeof entered>>> {
  return post('/api/v1/pairings/enter', { secret }, entered);
}

/** The screen that shows this code is that board. */
export async function pairBoard(code: string, board: string): Promise<Answer<unknown>> {
  return post('/api/v1/pairings/claim', { code, board }, (value) => value);
}
