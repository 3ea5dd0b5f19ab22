/** Signing in and out, and what a page may ask before it has a socket. */
import type { Answer } from '../socket/http';
import { get, post } from '../socket/http';
import { demoTicket } from '../socket/ticket';
import type { Role, ScreenName } from '../wire/frames';
import { person, screenName } from '../wire/frames';
import { mapOf, record, text, yesNo } from '../wire/shape';
import type { Read } from '../wire/shape';
import { Store } from './store.svelte';

const session = record({ person, screen: screenName, lang: text });
/** Who is signed in on this device, and which screen is theirs. */
export type Session = Read<typeof session>;

const demo = record({ demo: yesNo, people: mapOf(record({ id: text, name: text })) });
export type Demo = Read<typeof demo>;

/** Signs in with the secret of a link. */
export async function signInByLink(link: string): Promise<Answer<Session>> {
  return post('/api/v1/sign-in', { link }, session);
}

/** Signs in with the code on a badge. */
export async function signInByBadge(badge: string): Promise<Answer<Session>> {
  return post('/api/v1/sign-in', { badge }, session);
}

export async function whoAmI(): Promise<Answer<Session>> {
  return get('/api/v1/session', session);
}

/** `false` when the server did not hear it: the session is still open. */
export async function signOut(): Promise<boolean> {
  const answer = await post('/api/v1/sign-out', undefined, (value) => value);
  return answer.kind === 'ok' || (answer.kind === 'problem' && answer.status < 500);
}

/** The demo's facts; `undefined` in a school. */
export async function demoFacts(): Promise<Demo | undefined> {
  const answer = await get('/api/v1/demo', demo);
  return answer.kind === 'ok' ? answer.value : undefined;
}

/** Whom each screen of the demo is shown as. */
const DEMO_ROLES: Readonly<Record<ScreenName, Role>> = {
  student: 'student',
  helper: 'paraprofessional',
  leader: 'leader',
  board: 'board',
};

/** The store of one screen for whoever is signed in. */
export function signedInStore(screen: ScreenName): Store {
  return new Store({ screen });
}

/** The store of one screen of the demo, which needs no sign-in. */
export function demoStore(screen: ScreenName, audible?: () => boolean): Store {
  const ticket = () => demoTicket(DEMO_ROLES[screen]);
  return new Store(audible === undefined ? { screen, ticket } : { screen, ticket, audible });
}
