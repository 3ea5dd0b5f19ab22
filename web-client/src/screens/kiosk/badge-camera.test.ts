// A badge held up to the camera signs somebody in; where there is none the code does, and says why.
import { fireEvent, render, screen as page } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import KioskPage from './KioskPage.svelte';

const TOKEN = 'q0Zr-7bXw_2LkTnP4sVd9A';
const MIRA = {
  person: { id: 'mira', name: 'Mira', role: 'student' },
  screen: 'student',
  lang: 'en',
};

let seen: string[];
const asked: { path: string; body: unknown }[] = [];
const stop = vi.fn();
const track = Object.assign(new EventTarget(), { stop });

function school(path: string, init?: RequestInit): Promise<Response> {
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
  asked.push({ path: String(path), body });
  if (String(path).endsWith('/sign-in')) return Promise.resolve(Response.json(MIRA));
  return Promise.resolve(new Response(null, { status: 204 }));
}

/** What the browser says of its camera. */
function camera(state: string, open: () => Promise<unknown> = opened): void {
  vi.stubGlobal('navigator', {
    permissions: { query: () => Promise.resolve({ state }) },
    mediaDevices: { getUserMedia: open },
  });
}

const opened = () =>
  Promise.resolve(
    Object.assign(new MediaStream(), { getTracks: () => [track], getVideoTracks: () => [track] }),
  );

async function show(): Promise<void> {
  render(KioskPage, { load: () => new Promise(() => undefined), search: '?device=C12' });
  await vi.advanceTimersByTimeAsync(1_000);
}

beforeEach(() => {
  vi.useFakeTimers();
  seen = [];
  asked.length = 0;
  stop.mockClear();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('fetch', school);
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(['qr_code']);
      detect = () => Promise.resolve(seen.map((rawValue) => ({ rawValue })));
    },
  );
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('a badge that is held up signs her in, once, and the camera goes off', async () => {
  camera('granted');
  await show();
  expect(page.getByTestId('kiosk-camera')).toBeTruthy();
  expect(page.queryByTestId('kiosk-without')).toBeNull();
  expect(asked).toEqual([]);
  seen = [TOKEN];
  await vi.advanceTimersByTimeAsync(600);
  expect(asked.map(({ body }) => body)).toEqual([{ badge: TOKEN }]);
  expect(page.getByTestId('kiosk-hello').textContent).toBe('Hi Mira');
  expect(stop).toHaveBeenCalled();
});

test('another code than a badge’s is asked of nobody', async () => {
  camera('granted');
  await show();
  seen = ['https://example.org/a-poster'];
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([]);
});

test('the browser’s question does not stand before whoever walks up: somebody turns it on', async () => {
  const open = vi.fn(opened);
  camera('prompt', open);
  await show();
  expect(open).not.toHaveBeenCalled();
  await fireEvent.click(page.getByTestId('kiosk-camera-on'));
  await vi.advanceTimersByTimeAsync(100);
  expect(page.getByTestId('kiosk-camera')).toBeTruthy();
});

test.each([
  ['denied', 'may not be used'],
  ['none', 'has no camera'],
  ['insecure', 'https'],
  ['failed', 'does not answer'],
])('without a camera (%s) the code comes first, and it says why', async (why, said) => {
  const fault = { none: 'NotFoundError', failed: 'NotReadableError' }[why] ?? 'Error';
  camera(why === 'denied' ? 'denied' : 'granted', () =>
    Promise.reject(Object.assign(new Error(why), { name: fault })),
  );
  if (why === 'insecure') vi.stubGlobal('isSecureContext', false);
  await show();
  const note = page.getByTestId('kiosk-without');
  expect(note.textContent).toContain(said);
  const form = page.getByTestId('kiosk-code');
  expect(form.compareDocumentPosition(note) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(document.activeElement).toBe(form);
});

test('a camera that is pulled out leaves the code', async () => {
  camera('granted');
  await show();
  track.dispatchEvent(new Event('ended'));
  await vi.advanceTimersByTimeAsync(0);
  expect(page.queryByTestId('kiosk-camera')).toBeNull();
  expect(page.getByTestId('kiosk-without').textContent).toContain('does not answer');
});

test('a scanner that types signs her in by the field', async () => {
  camera('denied');
  await show();
  await fireEvent.input(page.getByTestId('kiosk-code'), { target: { value: `${TOKEN}` } });
  await fireEvent.submit(page.getByTestId('kiosk-code').closest('form') as HTMLFormElement);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.map(({ body }) => body)).toEqual([{ badge: TOKEN }]);
  expect(page.getByTestId('kiosk-hello').textContent).toBe('Hi Mira');
});
