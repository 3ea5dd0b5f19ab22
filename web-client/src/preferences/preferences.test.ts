import { expect, test } from 'vitest';
import { CHOICES, USUAL } from './choices';
import { dress } from './dress';
import { Preferences } from './preferences.svelte';

function device(kept: Record<string, string> = {}) {
  const drawer = new Map(Object.entries(kept));
  const shelf = {
    getItem: (key: string) => drawer.get(key) ?? null,
    setItem: (key: string, value: string) => void drawer.set(key, value),
    removeItem: (key: string) => void drawer.delete(key),
  };
  return { drawer, opened: () => new Preferences(shelf) };
}

test('a device that was told nothing has everything as usual, and keeps nothing', () => {
  const { drawer, opened } = device();
  opened().belongTo('mira');
  expect(opened().now).toEqual(USUAL);
  expect(drawer.size).toBe(0);
});

test('what she chose is there after a reload, and still when she signs in again', () => {
  const { opened } = device();
  const first = opened();
  first.belongTo('mira');
  first.set('size', '150');
  first.set('bells', 'hush');
  const later = opened();
  expect(later.now).toEqual({ ...USUAL, size: '150', bells: 'hush' });
  later.belongTo('mira');
  expect(later.now.size).toBe('150');
});

test('the next person on a shared device finds it as usual', () => {
  const { drawer, opened } = device();
  const mira = opened();
  mira.belongTo('mira');
  mira.set('face', 'dyslexia');
  const leo = opened();
  leo.belongTo('leo');
  expect(leo.now).toEqual(USUAL);
  expect(drawer.size).toBe(0);
});

test('signing out leaves nothing behind', () => {
  const { drawer, opened } = device();
  const mira = opened();
  mira.belongTo('mira');
  mira.set('spacing', 'wider');
  mira.forget();
  expect(mira.areUsual).toBe(true);
  expect(drawer.size).toBe(0);
});

test('nothing but the choice is kept: no name, and no id', () => {
  const { drawer, opened } = device();
  const mira = opened();
  mira.belongTo('s-mira-4711');
  mira.set('speech', 'on');
  const kept = [...drawer.values()].join();
  expect(kept).toContain('speech');
  expect(kept).not.toContain('mira');
  expect(kept).not.toContain('4711');
});

test('what is no choice is the usual', () => {
  const { opened } = device({
    'carillon.preferences': '{"of":"x","chosen":{"size":"9000","look":"dark","hat":"red"}}',
  });
  expect(opened().now).toEqual({ ...USUAL, look: 'dark' });
  expect(device({ 'carillon.preferences': 'not JSON' }).opened().now).toEqual(USUAL);
});

test('the usual is the first of each', () => {
  for (const [name, choices] of Object.entries(CHOICES)) {
    expect(USUAL).toHaveProperty(name, choices[0]);
  }
});

test('the page wears what was chosen, and what the device asks for where nothing was', () => {
  const root = document.createElement('html');
  dress(root, { ...USUAL, size: '175' }, { dark: true, still: true });
  expect(root.dataset).toMatchObject({ look: 'dark', motion: 'less', face: 'plain' });
  expect(root.style.getPropertyValue('--text-scale')).toBe('1.75');
  dress(root, { ...USUAL, look: 'light' }, { dark: true, still: false });
  expect(root.dataset).toMatchObject({ look: 'light', motion: 'usual' });
});
