import { expect, test } from 'vitest';
import type { Presence } from '../wire/frames';
import { afterPresence } from './presence';

const whole: Presence = {
  ...{ t: 'presence', to: 4, back: [] },
  seen: [{ id: 'mira', lastSeenMs: 5 }],
};

test('who is gone is kept until her device is back (d50)', () => {
  const first = afterPresence(undefined, whole);
  const next: Presence = {
    ...{ t: 'presence', from: 4, to: 5 },
    ...{ seen: [{ id: 'jun', lastSeenMs: 9 }], back: ['mira'] },
  };
  expect(afterPresence(first, next)).toEqual({ number: 5, lastSeenMs: new Map([['jun', 9]]) });
});

test('a frame that does not follow says that one was missed', () => {
  const next: Presence = { t: 'presence', from: 5, to: 6, seen: [], back: [] };
  expect(afterPresence(afterPresence(undefined, whole), next)).toBeUndefined();
  expect(afterPresence(undefined, next)).toBeUndefined();
});
