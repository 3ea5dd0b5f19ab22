/**
 * The pages that make their own stores, over a made-up network: `?page=visitors`, `?page=sign-in`,
 * `?page=student`, the student's own as if signed in, `?page=kiosk`, where any badge is hers,
 * `?page=pairing`, a board that nobody has said which one it is, `?page=network-check`, on a network
 * that lets one way through, `?page=print`, an administrator's, and `?page=health`, with `&troubled`
 * where not all is well.
 */
import { mount } from 'svelte';
import { speech } from '../../src/text/speech.svelte';
import { parseFromDevice } from '../../src/wire/codec';
import type { ScreenName } from '../../src/wire/frames';
import { CannedLine } from './canned-line';
import { cannedBadges, cannedPaper } from './paper';
import { TROUBLED, WELL } from './health';
import { scriptOf } from './scenes';

export function showPage(name: string, target: HTMLElement): void {
  unpaired = name === 'pairing';
  // Each version of a browser has another name.
  Object.defineProperty(navigator, 'userAgent', { value: 'A browser of the school' });
  troubled = new URLSearchParams(location.search).has('troubled');
  history.replaceState(null, '', `/${unpaired ? 'board' : name}${location.search}`);
  window.fetch = (asked, init) => Promise.resolve(answer(String(asked), init));
  window.WebSocket = AnySocket as unknown as typeof WebSocket;
  // Loaded after the address is set, because the page reads it once.
  void Promise.all([import('../../src/App.svelte'), speech.ready]).then(([{ default: App }]) =>
    mount(App, { target }),
  );
}

let unpaired = false;
let troubled = false;

function answer(path: string, init?: RequestInit): Response {
  if (path.endsWith('/print/badges')) {
    const { students } = JSON.parse(String(init?.body)) as { students: string[] };
    return Response.json(cannedBadges(students));
  }
  if (path.includes('/print/')) return Response.json(cannedPaper());
  if (path.endsWith('/time')) return Response.json({ sourceMs: Date.now() });
  if (path.endsWith('/sign-in') && location.pathname === '/kiosk') {
    const { person, screen } = scriptOf('student', SHOWN.student);
    return Response.json({ person, screen, lang: speech.lang });
  }
  if (path.endsWith('/ticket') && unpaired) return Response.json({ code: 1101 }, { status: 401 });
  if (path.endsWith('/health')) return Response.json(troubled ? TROUBLED : WELL);
  if (path.endsWith('/pairings'))
    return Response.json({ code: 'PYD7RT', secret: 's', validMs: 600_000 });
  if (path.endsWith('/enter')) return Response.json({ paired: false });
  if (path.endsWith('/ticket')) return Response.json({ ticket: 'one', validMs: 30_000 });
  if (path.endsWith('/demo')) return Response.json({ demo: true, people: {} });
  if (path.endsWith('/sign-in')) return Response.json({ code: 1103 }, { status: 401 });
  if (path.endsWith('/sign-out')) return new Response(null, { status: 204 });
  return Response.json({ code: 1106 }, { status: 404 });
}

/** A student whose hand has just gone up, so that she may say more; the others at their work. */
const SHOWN: Readonly<Record<ScreenName, string>> = {
  student: 'fresh',
  helper: 'line',
  leader: 'calm',
  board: 'calm',
};

/** Learns from the hello which screen it serves. */
class AnySocket extends CannedLine {
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  constructor() {
    super(scriptOf('student', SHOWN.student));
  }

  override send(data: string): void {
    const parsed = parseFromDevice(data);
    if (parsed.ok && parsed.frame.t === 'hello') {
      const { screen } = parsed.frame;
      this.script = scriptOf(screen, SHOWN[screen]);
    }
    super.send(data);
  }
}
