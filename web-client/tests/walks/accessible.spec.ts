// Every page, at every size it is made for: axe has nothing to say. Each role's is in one language; longer
// words and the other direction are measured in tests/pictures.
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });

type Size = keyof typeof SIZES;

/** Each role at the sizes it is made for. */
const OWN: Record<string, readonly Size[]> = {
  student: ['P', 'T', 'C'],
  paraprofessional: ['P', 'T', 'C'],
  teacher: ['T', 'C'],
  leader: ['P', 'T', 'C', 'W'],
  board: ['P', 'T', 'C', 'W'],
};

/** Pages for which nobody signs in. */
const OPEN: Record<string, readonly Size[]> = {
  '/sign-in': ['P', 'C'],
  '/visitors': ['C', 'W'],
  '/board': ['P', 'C', 'W'],
  '/kiosk': ['P', 'T', 'C'],
  '/network-check?lang=fr-CA': ['P', 'C'],
  '/lite/board': ['C', 'W'],
  '/lite/me': ['P', 'T'],
};

/** What is known and meant: without scripts, a page is up to date by asking for itself anew. */
const MEANT = { 'lite/board': ['meta-refresh'], 'lite/me': ['meta-refresh'] };

/** Of what lies half under what stays in place axe sees a small part; pictures measure it whole. */
const UNDER_BARS = ['target-size'];

async function expectAccessible(
  page: Page,
  what: string,
  sizes: readonly Size[],
  apartFrom: readonly string[] = [],
): Promise<void> {
  const meant = Object.entries(MEANT).find(([path]) => page.url().endsWith(path))?.[1] ?? apartFrom;
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    await expectNoViolations(page, `${what} at ${size}`, meant);
    const wide = await page.evaluate('document.documentElement.scrollWidth');
    expect(wide, `${what} at ${size} does not scroll sideways`).toBeLessThanOrEqual(
      SIZES[size].width,
    );
  }
}

const LANGS: Record<string, string> = { teacher: 'es', board: 'en' };

for (const [role, sizes] of Object.entries(OWN)) {
  const lang = LANGS[role] ?? 'fr-CA';
  test(`the ${role}'s screen in ${lang} has no accessibility violation`, async ({ page, demo }) => {
    const link = demo.ready.signIn[role as keyof typeof demo.ready.signIn];
    await page.goto(link.replace('#', `?lang=${lang}#`));
    await expect(page.getByTestId('freshness').first()).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expectAccessible(page, `${role} in ${lang}`, sizes, UNDER_BARS);
  });
}

for (const [path, sizes] of Object.entries(OPEN)) {
  test(`${path} has none either, before anybody signs in`, async ({ page, demo }) => {
    await page.goto(`${demo.ready.url}${path}`);
    await expect(page.locator('h1, h2, .code').first()).toBeVisible();
    // A button of what is under way is faint, and not to be pressed until it is over.
    await expect(page.locator('button[aria-disabled="true"]:not(.idle)')).toHaveCount(0);
    await expectAccessible(page, path, sizes);
  });
}

test('a board for browsers without scripts has none either', async ({ page, demo }) => {
  await page.goto(demo.ready.signIn.board);
  await expectLive(page);
  await page.goto(`${demo.ready.url}/lite/board`);
  await expect(page.locator('.names .name').first()).not.toBeEmpty();
  await expectAccessible(page, 'the lite board', ['C', 'W']);
});

test('a student’s day for browsers without scripts has none either', async ({ page, demo }) => {
  await page.goto(demo.ready.signIn.student);
  await expectLive(page);
  await page.goto(`${demo.ready.url}/lite/me`);
  await expect(page.locator('.stop').first()).toBeVisible();
  await expectAccessible(page, 'the lite day', ['P', 'T']);
});

test('no screen asks another origin for anything', async ({ page, demo }) => {
  const foreign: string[] = [];
  const own = new URL(demo.ready.url).host;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== own) foreign.push(request.url());
  });
  await page.goto(`${demo.ready.url}/visitors`);
  await expect(page.getByTestId('pane-board')).toBeVisible();
  expect(foreign).toEqual([]);
});
