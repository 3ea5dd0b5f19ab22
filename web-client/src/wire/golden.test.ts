import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encode, parseFromDevice, parseFromServer } from './codec';

/** One example of every frame, read by the server's tests too. */
const FOLDER = resolve(process.cwd(), '../server/src/test/resources/wire');
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER).filter((name) => name.endsWith('.json'))
  : [];

describe.skipIf(files.length === 0)(
  'the golden frames (skipped where the server is absent)',
  () => {
    test.each(files)('%s is read and written back whole', (name) => {
      const source = readFileSync(resolve(FOLDER, name), 'utf8');
      const parsed = name.startsWith('device-') ? parseFromDevice(source) : parseFromServer(source);
      if (!parsed.ok)
        throw 'fault' in parsed ? parsed.fault : new Error(`unknown: ${parsed.unknown}`);
      expect(JSON.parse(JSON.stringify(parsed.frame))).toEqual(JSON.parse(source));
    });
  },
);

describe('what cannot be read', () => {
  test('text that is no JSON is refused', () => {
    expect(parseFromServer('{')).toMatchObject({ ok: false, fault: { expected: 'JSON' } });
  });

  test('a frame of a type we do not know is told apart, because the protocol may grow', () => {
    expect(parseFromServer('{"t":"weather"}')).toEqual({ ok: false, unknown: 'weather' });
  });

  test('a missing field is named', () => {
    expect(parseFromServer('{"t":"goaway","reason":"restart"}')).toMatchObject({
      fault: { field: 'afterMs' },
    });
  });

  test('a field that is absent stays absent, and null is refused', () => {
    const frame =
      '{"t":"patch","from":{"epoch":1,"seq":1,"tag":"a"},"to":{"epoch":1,"seq":2,"tag":"b"}}';
    const parsed = parseFromServer(frame);
    expect(parsed.ok && 'set' in parsed.frame).toBe(false);
    expect(parseFromServer(frame.replace(/}$/, ',"set":null}'))).toMatchObject({
      fault: { field: 'set' },
    });
  });

  test('fields and tables we do not know are left out', () => {
    const cursor = { epoch: 1, seq: 1, tag: 'a' };
    const view = { t: 'view', cursor, atMs: 5, tables: { weather: [{ id: 'x' }] }, mood: 'sunny' };
    expect(parseFromServer(JSON.stringify(view))).toEqual({
      ok: true,
      frame: { t: 'view', cursor, atMs: 5, tables: {} },
    });
  });

  test('what a device says is encoded as it stands', () => {
    expect(encode({ t: 'clock', t0: 1.5 })).toBe('{"t":"clock","t0":1.5}');
  });
});
