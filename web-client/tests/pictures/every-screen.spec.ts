// Goal: what holds of one screen holds of every screen, in every dress a device may ask for: light, dark,
// more contrast, the device's own colours, less motion, letters further apart, half the room, a screen of
// 320 px, words two fifths longer, and a language that is read the other way.
// Method: each face is opened once and measured in all of them; what is wrong anywhere is told at the end.
import { expect, type Page } from '@playwright/test';
import { findings } from '../harness/axe';
import { open, SIZES, type Size } from '../harness/looks';
import {
  brokenTimes,
  hidden,
  lost,
  moving,
  places,
  plainBadges,
  sideways,
  small,
  SPACED,
} from './measures';
import { FACES, type Face, type Hand } from './screens';
import { test } from './sources';

const LEAST_PX: Readonly<Record<Hand, number>> = { wall: 24, staff: 48, student: 72, young: 96 };
const LONGEST_MS = 120;
/** A browser at 200 % has half the room. */
const ZOOM = 2;

/** The first face of each screen stands for it; the others are measured where somebody asks for all. */
const ALL = process.env['CARILLON_SCREENS'] === 'all';

for (const face of FACES.filter(({ first }) => ALL || first === true)) {
  const { query, press = [], sizes, hand } = face;
  const [main = 'C'] = sizes;
  // Nobody zooms a wall, or sets its letters apart.
  const near = hand !== 'wall' || sizes.includes('P');
  test(`${[query, ...press].join(', ')}`, async ({ page, baseURL }) => {
    const wrong: string[] = [];
    const look = async (how: string, ...measures: readonly ((on: Page) => Promise<string[]>)[]) => {
      for (const measure of measures) {
        wrong.push(...(await measure(page)).map((what) => `${how}: ${what}`));
      }
    };
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize(SIZES[main]);
    const away = await open(page, query, baseURL);
    await stands(page, press);
    await look('less motion', (on) => moving(on, LONGEST_MS));

    for (const size of near ? [...sizes, 'S' as const] : sizes) {
      await resize(page, SIZES[size]);
      await look(size, found, sideways, lost, (on) => small(on, LEAST_PX[hand]));
      await look(size, hidden);
    }
    if (near) await spacedAndZoomed(page, main, look);
    for (const [dress, contrast] of [
      ['dark', 'usual'],
      ['dark', 'more'],
      ['light', 'more'],
    ] as const) {
      // A page that changes its dress shows letters of the one on the ground of the other for a moment.
      await page.emulateMedia({ colorScheme: dress });
      if (contrast === 'usual' || dress === 'light') {
        await open(page, query, baseURL);
        await stands(page, press);
      }
      await expect(page.locator('html')).toHaveAttribute('data-look', dress);
      await page.evaluate((more) => {
        document.documentElement.dataset['contrast'] = more;
      }, contrast);
      await look(`${dress}, contrast ${contrast}`, (on) => findings(on, ['color-contrast']));
    }
    await page.emulateMedia({ forcedColors: 'active' });
    await look('forced colours', plainBadges, hidden);
    await page.emulateMedia({ forcedColors: 'none' });
    await inOtherLanguages(page, face, look);
    expect(away, 'asks another origin').toEqual([]);
    expect(wrong).toEqual([]);
  });
}

type Look = (
  how: string,
  ...measures: readonly ((on: Page) => Promise<string[]>)[]
) => Promise<void>;

async function spacedAndZoomed(page: Page, main: Size, look: Look): Promise<void> {
  const spaced = await page.addStyleTag({ content: SPACED });
  for (const size of ['S', main] as const) {
    await resize(page, SIZES[size]);
    await look(`letters apart, ${size}`, sideways, lost);
  }
  await spaced.evaluate((style) => style.parentElement?.removeChild(style));
  const { width, height } = SIZES[main];
  if (width <= SIZES.P.width) return;
  await resize(page, { width: width / ZOOM, height: height / ZOOM });
  await look('at 200 %', sideways, lost, hidden);
  await resize(page, SIZES[main]);
}

/** Where something stays in place over what scrolls, axe sees small targets; [small] measures them whole. */
async function found(page: Page): Promise<string[]> {
  return (await findings(page)).filter((what) => !what.startsWith('target-size'));
}

async function inOtherLanguages(page: Page, { sizes, leftToRight }: Face, look: Look) {
  await page.evaluate("pick('fr-CA')");
  await look('fr-CA', brokenTimes, sideways);
  const before = await places(page);
  await page.evaluate("speakPseudo('en-XA')");
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
  for (const size of sizes) {
    await resize(page, SIZES[size]);
    await look(`two fifths longer, ${size}`, sideways, lost);
  }
  const [main = 'C'] = sizes;
  await resize(page, SIZES[main]);
  await page.evaluate("speakPseudo('ar-XB')");
  await expect(page.locator('html')).toHaveCSS('direction', 'rtl');
  await look('right to left', sideways, lost);
  const after = await places(page);
  if (leftToRight === undefined) return;
  const [one, other] = leftToRight;
  expect((before[one]?.x ?? 0) < (before[other]?.x ?? 0), `${one} before ${other}`).toBe(true);
  expect((after[one]?.x ?? 0) > (after[other]?.x ?? 0), `${one} after ${other}`).toBe(true);
}

/** Boards and maps take their measure of the room there is, a frame later. */
async function resize(page: Page, room: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(room);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  });
}

/** What is asked for is there, and has come to rest. */
async function stands(page: Page, press: readonly string[]): Promise<void> {
  await expect(page.locator('h1, h2, main, [data-testid]').first()).toBeVisible();
  await expect(page.locator('.loading')).toHaveCount(0);
  for (const id of press) {
    if (id.includes('+')) await page.keyboard.press(id);
    else await page.getByTestId(id).first().press('Enter');
  }
  const opens = press.some((id) => !id.startsWith('tab-'));
  if (opens) await expect(page.locator('dialog[open]').last()).toBeVisible();
}
