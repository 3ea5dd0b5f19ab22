/**
 * The pages that make their own stores, over a made-up network: the visitors' page and signing in.
 */
import { mount } from 'svelte';
import type { Person, ScreenName } from '../../src/wire/frames';
import { parseFromDevice } from '../../src/wire/codec';
import { school } from '../harness/school';
import { at, helperTables, studentTables } from './day';
import { FakeLine } from './fake-line';
import type { Script } from './fake-line';

const PEOPLE: Readonly<Record<ScreenName, Person>> = {
  student: { id: 'mira-k', name: 'Mira K.', role: 'student' },
  helper: { id: 'abel', name: 'Abel Ortiz', role: 'paraprofessional' },
  leader: { id: 'lea', name: 'Lea Moreau', role: 'leader' },
  board: { id: 'hall', name: 'Hall board', role: 'board' },
};

/** Shows that page; `false` when there is none of that name. */
export function showPage(name: string, target: HTMLElement): boolean {
  if (name !== 'visitors' && name !== 'sign-in') return false;
  history.replaceState(null, '', `/${name}${location.search}`);
  window.fetch = (asked) => Promise.resolve(answer(String(asked)));
  window.WebSocket = AnySocket as unknown as typeof WebSocket;
  // Loaded after the address is set, because the page reads it once.
  void import('../../src/App.svelte').then(({ default: App }) => mount(App, { target }));
  return true;
}

function answer(path: string): Response {
  if (path.endsWith('/ticket')) return Response.json({ ticket: 'one', validMs: 30_000 });
  if (path.endsWith('/demo')) return Response.json({ demo: true, people: {} });
  if (path.endsWith('/sign-in')) return Response.json({ code: 1103 }, { status: 401 });
  return Response.json({ code: 1106 }, { status: 404 });
}

const started = Date.now();

function scriptOf(screen: ScreenName): Script {
  const minutes = 91;
  const canned = school('calm');
  const nowMs = screen === 'student' || screen === 'helper' ? at(minutes) : canned.nowMs;
  const tables =
    screen === 'student'
      ? studentTables(nowMs, { help: { ahead: 1 } })
      : screen === 'helper'
        ? helperTables(nowMs, {})
        : canned.tables;
  const clock = { originMs: started, baseMs: nowMs, speed: 1 };
  return { screen, person: PEOPLE[screen], clock, tables };
}

/** Learns from the hello which screen it serves. */
class AnySocket extends FakeLine {
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  constructor() {
    super(scriptOf('student'));
  }

  override send(data: string): void {
    const parsed = parseFromDevice(data);
    if (parsed.ok && parsed.frame.t === 'hello') this.script = scriptOf(parsed.frame.screen);
    super.send(data);
  }
}
