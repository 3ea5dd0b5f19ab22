// Each state looks as its picture in docs/screens does. After a change that is meant,
// `npm run pictures` takes them anew; look at what changed before you commit it.
import { expect, type Page } from '@playwright/test';
import { open, SIZES } from '../harness/looks';
import { test } from './sources';
import { STATES } from './states';

/** A Monday in school; the canned tables say what time it is on the floor. */
const NOW = new Date('2026-09-14T17:00:00Z');
/** The page's clock runs until it is stopped, which may not be in its past. */
const BEFORE = new Date(NOW.getTime() - 60_000);
/** Long enough for what fades in to have come, and for the bells' chip to have settled. */
const SETTLE_MS = 3_000;
/** In steps, between which promises are kept as they would be. */
const STEP_MS = 250;
/** How many screens a state shows, where it is not one. */
const CHIPS: Readonly<Record<string, number>> = {
  'sign-in': 0,
  kiosk: 0,
  'kiosk-student': 0,
  'board-new': 0,
  health: 0,
  'health-trouble': 0,
  visitors: 4,
  'student-float': 0,
  'network-check': 0,
};
const noChip = (name: string) => /^(lite|print)/.test(name);

test.use({ timezoneId: 'America/Phoenix' });

for (const state of STATES) {
  const { name, query, hash, size, lang = 'en', dark = false, forced = false } = state;
  const { press = [], keys = [], of } = state;
  const dress = forced ? 'own colours' : dark ? 'dark' : 'light';
  test(`${name}: ${size}, ${dress}, ${lang}`, async ({ page, baseURL }) => {
    const files = new Files(page);
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      forcedColors: forced ? 'active' : 'none',
    });
    // The page's clock stands still but for what it is let run, so that no second is shown by chance.
    await page.clock.install({ time: BEFORE });
    await page.clock.pauseAt(NOW);
    await open(page, `${query}&lang=${lang}${hash === undefined ? '' : `#${hash}`}`, baseURL);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByTestId('freshness')).toHaveCount(noChip(name) ? 0 : (CHIPS[name] ?? 1));
    await settle(page, files, query.includes('offline') ? 'offline' : 'live');
    for (const id of press) {
      await page.getByTestId(id).first().click();
      await settle(page, files, 'live');
    }
    for (const key of keys) await page.keyboard.press(key);
    // Once for the greeting, and once for what comes after it.
    for (let again = 0; keys.length > 0 && again < 2; again++) await settle(page, files, 'live');
    const taken = of === undefined ? page : page.getByTestId(of).first();
    await expect(taken).toHaveScreenshot(`${name}.png`, { animations: 'disabled' });
  });
}

/** What the page asks for while it is open: a sheet that is opened may come in a file of its own. */
class Files {
  #begun = 0;
  #ended = 0;

  constructor(page: Page) {
    page.on('request', () => (this.#begun += 1));
    page.on('requestfinished', () => (this.#ended += 1));
    page.on('requestfailed', () => (this.#ended += 1));
  }

  get begun(): number {
    return this.#begun;
  }

  async areThere(): Promise<void> {
    await expect.poll(() => this.#begun - this.#ended).toBe(0);
  }
}

/** Lets the page's clock run, always as far, once what is looked at is there. */
async function settle(page: Page, files: Files, state: 'live' | 'offline'): Promise<void> {
  const here = page
    .getByTestId('freshness')
    .or(page.getByTestId('float-strip'))
    .or(page.getByTestId('kiosk-hello'))
    .or(page.getByRole('heading'))
    .first();
  await expect(here).toBeVisible();
  let before: number;
  do {
    before = files.begun;
    await files.areThere();
    for (let ms = 0; ms < SETTLE_MS; ms += STEP_MS) await page.clock.runFor(STEP_MS);
  } while (files.begun > before);
  for (const chip of await page.getByTestId('freshness').all()) {
    await expect(chip).toHaveAttribute('data-state', state);
  }
}
