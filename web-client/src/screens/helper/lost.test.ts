// What a helper reads of a call that went from her.
import { expect, test } from 'vitest';
import { helpingEn } from '../../text/helping-en';
import type { LostCall } from '../../wire/views';
import { lostSentences } from './lost';

const ROLES = { paraprofessional: 'a paraprofessional', teacher: 'a teacher' };
const CALL: LostCall = {
  id: 'h1',
  student: { id: 'noah', name: 'Noah B.' },
  code: 'C2',
  how: 'lapsed',
  state: 'waiting',
  atMs: 0,
};

function said(call: Partial<LostCall>): readonly string[] {
  return lostSentences({ ...CALL, ...call }, helpingEn.lost, ROLES);
}

test('what lapsed waits in the line, until somebody has it', () => {
  expect(said({})).toEqual(['The time to reach Noah B. is over.', 'It waits in the line.']);
  expect(said({ state: 'claimed', to: 'Pia' }).at(-1)).toBe('Pia has it now.');
  expect(said({ state: 'deferred' }).at(-1)).toBe('It waits for another lesson.');
});

test('what was handed on says by whom and to whom, a name or a role', () => {
  const handed = { how: 'handed-off', by: 'Lena', to: 'teacher' } as const;
  expect(said(handed)).toEqual(['Lena has handed Noah B. on.', 'It waits for a teacher.']);
});

test('nothing is said twice', () => {
  expect(said({ how: 'taken-over', state: 'claimed', by: 'Lena', to: 'Lena' })).toHaveLength(1);
  expect(said({ how: 'put-back', by: 'Lena' })).toHaveLength(1);
  expect(said({ how: 'fine', state: 'resolved' })).toEqual(['Noah B. is fine now. No need to go.']);
});
