// Frames over plain calls: in order, one call at a time, with the secret of the line.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { EventLine, PollLine } from './call-line';

type Call = { path: string; body: string; secret: string | null; answer: (made: Response) => void };

let calls: Call[] = [];

beforeEach(() => {
  calls = [];
  vi.stubGlobal(
    'fetch',
    (path: string, { body, headers, signal }: RequestInit) =>
      new Promise<Response>((answer, fail) => {
        const secret = new Headers(headers).get('X-Carillon-Line');
        calls.push({ path, body: String(body), secret, answer });
        signal?.addEventListener('abort', () => fail(new DOMException('aborted', 'AbortError')));
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const settled = () => new Promise((done) => setTimeout(done));
const OURS = { headers: { 'X-Carillon-Line': 's3cret' } };

function listening(line: EventLine | PollLine) {
  const heard: string[] = [];
  const closed: number[] = [];
  line.onmessage = (event) => heard.push(String(event.data));
  line.onclose = (event) => closed.push(event.code);
  line.onopen = () => line.send('hello');
  return { heard, closed };
}

function polled(frames: readonly object[], close?: object): Response {
  return new Response(JSON.stringify({ frames, ...(close === undefined ? {} : { close }) }), OURS);
}

test('a poll is asked again as soon as it is answered, with the secret the first one brought', async () => {
  const line = new PollLine();
  const { heard } = listening(line);
  await settled();
  expect(calls.map(({ body, secret }) => [body, secret])).toEqual([['hello', null]]);
  calls[0]?.answer(polled([{ t: 'beat' }, { t: 'done' }]));
  await settled();
  expect(heard).toEqual(['{"t":"beat"}', '{"t":"done"}']);
  expect(calls[1]).toMatchObject({ path: '/api/v1/line/polls', body: '', secret: 's3cret' });
  line.close();
});

test('what is said meanwhile goes out together, after the call before it', async () => {
  const line = new PollLine();
  listening(line);
  await settled();
  line.send('one');
  calls[0]?.answer(polled([]));
  await settled();
  const said = () => calls.filter(({ path }) => path === '/api/v1/line/frames');
  expect(said().map(({ body }) => body)).toEqual(['one']);
  line.send('two');
  line.send('three');
  await settled();
  expect(said()).toHaveLength(1);
  said()[0]?.answer(new Response(null, { status: 204 }));
  await settled();
  expect(said().map(({ body, secret }) => [body, secret])[1]).toEqual(['two\nthree', 's3cret']);
  line.close();
});

test('a stream is read event by event, however its bytes are cut', async () => {
  const line = new EventLine();
  const { heard, closed } = listening(line);
  await settled();
  let pipe: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({ start: (control) => (pipe = control) });
  calls[0]?.answer(new Response(body, OURS));
  const say = (text: string) => pipe?.enqueue(new TextEncoder().encode(text));
  say(': there?\n\ndata: {"t":"be');
  say('at"}\n\n');
  await settled();
  expect(heard).toEqual(['{"t":"beat"}']);
  // It is asked whether it is there, and says so.
  expect(calls[1]).toMatchObject({ path: '/api/v1/line/frames', body: '' });
  say('event: close\ndata: {"code":4501,"reason":"signed-out"}\n\n');
  await settled();
  expect(closed).toEqual([4501]);
});

test('a call that fails, or that somebody else answers, ends the line as a lost socket', async () => {
  for (const answer of [
    new Response('no', { status: 404 }),
    new Response('<html>Sign in to the Wi-Fi</html>'),
  ]) {
    calls = [];
    const { closed } = listening(new PollLine());
    await settled();
    calls[0]?.answer(answer);
    await settled();
    expect(closed).toEqual([1006]);
  }
});

test('a goodbye is handed on with its code', async () => {
  const { closed } = listening(new PollLine());
  await settled();
  calls[0]?.answer(polled([], { code: 4000, reason: 'restarting' }));
  await settled();
  expect(closed).toEqual([4000]);
  expect(calls).toHaveLength(1);
});
