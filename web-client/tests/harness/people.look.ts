// Goal: the student's and the helper's screens, in every scene, at their three sizes, in two
// languages: no accessibility violation, nothing wider than the screen, no request to another
// origin. A picture of each is kept.
import { expect, test } from '@playwright/test';
import { expectNoViolations, lowTargets, open, overflow, picture, SIZES } from './looks';
import { SCENES } from './scenes';

const AT = ['P', 'T', 'C'] as const;
const PEOPLE = ['student', 'helper'] as const;
const STUDENT_PX = 72;
const YOUNG_PX = 96;
const STAFF_PX = 48;

for (const screen of PEOPLE) {
  for (const scene of Object.keys(SCENES[screen])) {
    for (const lang of ['en', 'fr-CA']) {
      test(`${screen} ${scene} in ${lang}`, async ({ page, baseURL }) => {
        const query = `screen=${screen}&scene=${scene}&lang=${lang}`;
        await page.setViewportSize(SIZES.P);
        const away = await open(page, query, baseURL);
        await expect(page.getByTestId('freshness')).toHaveAttribute('data-state', 'live');
        for (const size of AT) {
          const name = `${screen}-${scene}-${size}-${lang}`;
          await page.setViewportSize(SIZES[size]);
          await picture(page, name);
          expect(await overflow(page), name).toEqual([]);
          await expectNoViolations(page, name);
        }
        expect(away).toEqual([]);
      });
    }
  }

  test(`${screen} without a network`, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES.P);
    await open(page, `screen=${screen}&scene=${firstOf(screen)}&offline`, baseURL);
    await expect(page.getByTestId('freshness')).toHaveAttribute('data-state', 'offline');
    await picture(page, `${screen}-offline-P`);
    await expectNoViolations(page, `${screen} offline`);
  });

  test(`${screen} in forced colours, and on the narrowest device`, async ({ page, baseURL }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize(SIZES.S);
    await open(page, `screen=${screen}&scene=${firstOf(screen)}`, baseURL);
    await expect(page.getByTestId('freshness')).toHaveAttribute('data-state', 'live');
    await picture(page, `${screen}-forced-S`);
    expect(await overflow(page)).toEqual([]);
    await expectNoViolations(page, `${screen} in forced colours`);
    await page.setViewportSize(SIZES.C);
    await picture(page, `${screen}-forced-C`);
  });
}

test('what a student or a helper touches is large enough', async ({ page, baseURL }) => {
  for (const [query, least] of [
    ['screen=student&scene=expected', STAFF_PX],
    ['screen=student&scene=fresh', STAFF_PX],
    ['screen=helper&scene=helping', STAFF_PX],
    ['screen=student&scene=young-expected', YOUNG_PX],
    ['screen=student&scene=young-fresh', YOUNG_PX],
    ['screen=student&scene=young-move', YOUNG_PX],
  ] as const) {
    await page.setViewportSize(SIZES.P);
    await open(page, query, baseURL);
    for (const size of AT) {
      await page.setViewportSize(SIZES[size]);
      expect(await lowTargets(page, least), `${query} at ${size}`).toEqual([]);
    }
  }
});

test('what stands over a helper’s line takes two rows of a phone', async ({ page, baseURL }) => {
  const TWO_ROWS_PX = 120;
  for (const lang of ['en', 'es', 'fr-CA']) {
    for (const size of ['P', 'S'] as const) {
      await page.setViewportSize(SIZES[size]);
      await open(page, `screen=helper&scene=away&lang=${lang}`, baseURL);
      const header = await page.locator('header').first().boundingBox();
      expect(header?.height, `${lang} at ${size}`).toBeLessThan(TWO_ROWS_PX);
      expect(await overflow(page), `${lang} at ${size}`).toEqual([]);
    }
  }
});

test('the acts of a student are 72 px or more', async ({ page, baseURL }) => {
  for (const scene of ['expected', 'fresh']) {
    await page.setViewportSize(SIZES.C);
    await open(page, `screen=student&scene=${scene}`, baseURL);
    const acts = page.locator('main button');
    for (const act of await acts.all()) {
      expect((await act.boundingBox())?.height).toBeGreaterThanOrEqual(STUDENT_PX);
    }
  }
});

test('saying more is asked in a sheet without a violation', async ({ page, baseURL }) => {
  await page.setViewportSize(SIZES.P);
  await open(page, 'screen=student&scene=fresh', baseURL);
  await page.getByTestId('help-tell').click();
  await expect(page.getByTestId('tell')).toBeVisible();
  await picture(page, 'student-tell-P');
  await expectNoViolations(page, 'say more');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('tell')).toBeHidden();
});

function firstOf(screen: (typeof PEOPLE)[number]): string {
  return screen === 'student' ? 'work' : 'line';
}
