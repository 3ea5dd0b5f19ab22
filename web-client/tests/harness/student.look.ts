// Goal: a student's screen fits its device in each mode, light and dark, with letters of any size; its
// targets are as large as a child's finger needs; the move card covers the screen; nothing moves for
// whoever wants less motion. Method: canned scenes, measured. A picture of each is kept.
import { expect, test, type Page } from '@playwright/test';
import { expectNoViolations, open, overflow, picture, SIZES, type Size } from './looks';

type Kept = Readonly<Record<string, string>>;

async function openAs(
  page: Page,
  query: string,
  baseURL: string | undefined,
  chosen: Kept = {},
): Promise<string[]> {
  await page.addInitScript(
    (kept) => {
      localStorage.setItem('carillon.preferences', kept);
    },
    JSON.stringify({ of: '', chosen }),
  );
  const away = await open(page, query, baseURL);
  await page.getByTestId('student-screen').waitFor();
  return away;
}

const LOOKS: { name: string; scene: string; size: Size; dark?: boolean; chosen?: Kept }[] = [
  ...(['P', 'T', 'C'] as const).flatMap((size) =>
    ['work', 'waiting', 'helping', 'young', 'young-warn', 'compact'].map((scene) => ({
      name: `student-${scene}-${size}`,
      scene,
      size,
    })),
  ),
  { name: 'student-dark', scene: 'waiting', size: 'C', dark: true },
  { name: 'student-young-dark', scene: 'young', size: 'P', dark: true },
  { name: 'student-compact-dark', scene: 'compact-waiting', size: 'T', dark: true },
  { name: 'student-contrast', scene: 'work', size: 'C', chosen: { contrast: 'more' } },
  { name: 'student-calm', scene: 'warn', size: 'C', chosen: { colours: 'calm' } },
  { name: 'student-spaced', scene: 'work', size: 'P', chosen: { spacing: 'wider' } },
  { name: 'student-dyslexia', scene: 'work', size: 'T', chosen: { face: 'dyslexia' } },
  ...['work', 'waiting', 'move', 'young', 'compact'].map((scene) => ({
    name: `student-${scene}-large`,
    scene,
    size: 'S' as const,
    chosen: { size: '200' },
  })),
];

for (const { name, scene, size, dark, chosen } of LOOKS) {
  test(name, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: dark === true ? 'dark' : 'light' });
    const away = await openAs(page, `screen=student&scene=${scene}`, baseURL, chosen);
    await picture(page, name);
    expect(await overflow(page)).toEqual([]);
    expect(away).toEqual([]);
    await expectNoViolations(page, name);
  });
}

for (const scene of ['work', 'waiting', 'warn', 'compact', 'young']) {
  test(`nothing scrolls on a laptop (${scene})`, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES.C);
    await openAs(page, `screen=student&scene=${scene}`, baseURL);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(tall).toBeLessThanOrEqual(SIZES.C.height);
    for (const id of ['now-code', 'next-code']) {
      await expect(page.getByTestId(id)).toBeInViewport({ ratio: 1 });
    }
  });
}

test('young, with a hand up: nothing scrolls out of a tablet', async ({ page, baseURL }) => {
  await page.setViewportSize(SIZES.T);
  await openAs(page, 'screen=student&scene=young', baseURL);
  await page.getByTestId('help-button').click();
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(tall).toBeLessThanOrEqual(SIZES.T.height);
  await openAs(page, 'screen=student&scene=young-fresh', baseURL);
  await expect(page.getByTestId('help-state')).toBeAttached();
  const up = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(up).toBeLessThanOrEqual(SIZES.T.height);
  await expect(page.getByTestId('next-code')).toBeInViewport({ ratio: 1 });
});

test('on a phone what waits for another lesson leaves now and next in sight', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize(SIZES.P);
  await openAs(page, 'screen=student&scene=parked', baseURL);
  const next = await page.getByTestId('next-code').boundingBox();
  const hand = await page.getByTestId('help-button').boundingBox();
  expect((next?.y ?? 0) + (next?.height ?? 0)).toBeLessThanOrEqual(hand?.y ?? 0);
});

test('on a phone the stop takes 45 % of the height, and the hand 88 px at its foot', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize(SIZES.P);
  await openAs(page, 'screen=student&scene=work', baseURL);
  const stop = await page.locator('.card.now').boundingBox();
  const hand = await page.getByTestId('help-button').boundingBox();
  expect(stop?.height).toBeGreaterThanOrEqual(SIZES.P.height * 0.45 - 1);
  expect(hand?.height).toBeGreaterThanOrEqual(88);
  await expect(page.getByTestId('help-button')).toBeInViewport({ ratio: 1 });
});

test('on a tablet now takes three fifths, and next two', async ({ page, baseURL }) => {
  await page.setViewportSize(SIZES.T);
  await openAs(page, 'screen=student&scene=work', baseURL);
  const [now, next] = [
    await page.locator('.card.now').boundingBox(),
    await page.locator('.card.next').boundingBox(),
  ];
  expect((now?.width ?? 0) / ((now?.width ?? 0) + (next?.width ?? 1))).toBeCloseTo(0.6, 1);
});

for (const scene of ['move', 'young-move']) {
  test(`at the bell the card covers four fifths or more and names the sign (${scene})`, async ({
    page,
    baseURL,
  }) => {
    await page.setViewportSize(SIZES.C);
    await openAs(page, `screen=student&scene=${scene}`, baseURL);
    const card = page.getByTestId('move-card');
    const box = await card.boundingBox();
    const share = ((box?.width ?? 0) * (box?.height ?? 0)) / (SIZES.C.width * SIZES.C.height);
    expect(share).toBeGreaterThanOrEqual(0.8);
    await expect(card.getByTestId('move-code')).toHaveText('A2');
    await expect(card.getByRole('img', { name: 'blue circle A' })).toBeVisible();
    await picture(page, `student-${scene}`);
  });
}

const TARGETS = [
  { scene: 'work', least: 72 },
  { scene: 'waiting', least: 72 },
  { scene: 'move', least: 72 },
  { scene: 'missing', least: 72 },
  { scene: 'compact-waiting', least: 72 },
  { scene: 'young', least: 96 },
  { scene: 'young-warn', least: 96 },
  { scene: 'young-move', least: 96 },
] as const;

for (const { scene, least } of TARGETS) {
  test(`every button of ${scene} is at least ${least} px`, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES.P);
    await openAs(page, `screen=student&scene=${scene}`, baseURL);
    const small = await page.evaluate(
      (px) =>
        [...document.querySelectorAll('button, a, select, input')]
          .filter((one) => one.closest('[inert]') === null && one.checkVisibility())
          .map((one) => [one.textContent?.trim(), one.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => Math.min(width, height) < px - 0.5)
          .map(([word, { width, height }]) => `${word ?? ''} ${width} × ${height}`),
      least,
    );
    expect(small).toEqual([]);
  });
}

for (const reduced of [true, false]) {
  const how = reduced ? 'whose device asks for it' : 'who chose it here';
  test(`nothing moves for whoever wants less motion, ${how}`, async ({ page, baseURL }) => {
    await page.emulateMedia({ reducedMotion: reduced ? 'reduce' : 'no-preference' });
    const chosen: Kept = reduced ? {} : { motion: 'less' };
    await openAs(page, 'screen=student&scene=warn', baseURL, chosen);
    const long = await page.evaluate(() =>
      document
        .getAnimations()
        .map((one) => Number(one.effect?.getComputedTiming().activeDuration ?? 0))
        .filter((ms) => ms > 120),
    );
    expect(long).toEqual([]);
  });
}
