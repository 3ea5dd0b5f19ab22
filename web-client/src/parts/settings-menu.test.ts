// What each person may set is in sight after one tap; the second one sets it.
import { fireEvent, render, screen as page } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CHOICES, NAMES } from '../preferences/choices';
import type { PreferenceName } from '../preferences/choices';
import { preferences } from '../preferences/preferences.svelte';
import SettingsMenu from './SettingsMenu.svelte';

const OF_STUDENTS: readonly PreferenceName[] = [
  'countdown',
  'mode',
  'lamp',
  'soon',
  'speech',
  'rate',
];
const OF_STAFF: readonly PreferenceName[] = ['keys'];

beforeEach(() => {
  // Not known here: a dialog of its own kind.
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.restoreAllMocks();
  preferences.forget();
});

async function opened(who: 'student' | 'staff'): Promise<void> {
  render(SettingsMenu, { who });
  await fireEvent.click(page.getByTestId('settings'));
}

test.each(NAMES)('a student or an adult sets %s with the second tap', async (name) => {
  await opened(OF_STAFF.includes(name) ? 'staff' : 'student');
  const last = CHOICES[name].at(-1) ?? '';
  await fireEvent.click(page.getByTestId(`set-${name}-${last}`));
  expect(preferences.now[name]).toBe(last);
});

test('nobody is asked what is not theirs', async () => {
  await opened('staff');
  for (const name of OF_STUDENTS) expect(page.queryByTestId(`set-${name}`)).toBeNull();
  expect(page.getByTestId('set-keys')).toBeTruthy();
});

test('the language is among them, each by its own name and in its own language', async () => {
  await opened('student');
  const french = page.getByLabelText('Français (Canada)');
  expect(french.closest('label')?.lang).toBe('fr-CA');
});

test('one tap more puts everything back', async () => {
  preferences.set('size', '200');
  await opened('staff');
  await fireEvent.click(page.getByTestId('settings-reset'));
  expect(preferences.areUsual).toBe(true);
});
