// Goal: the leader's and the board's screens fit their viewports, reach no other origin and have no
// accessibility violation, light and dark, in the scenes that differ. A picture of each is kept.
import { expect, test } from '@playwright/test';
import { expectNoViolations, open, overflow, picture, SIZES, type Size } from './looks';

type Look = { name: string; query: string; size: Size; dark?: boolean };
const LOOKS: Look[] = [
  ...(['P', 'T', 'C', 'W'] as const).flatMap((size): Look[] => [
    { name: `leader-${size}`, query: 'screen=leader&scene=trouble', size },
    { name: `board-${size}`, query: 'screen=board&scene=move', size },
  ]),
  { name: 'leader-C-dark', query: 'screen=leader&scene=calm', size: 'C', dark: true },
  { name: 'leader-W-wall', query: 'screen=leader&scene=trouble&wall', size: 'W' },
  { name: 'leader-C-paused', query: 'screen=leader&scene=paused', size: 'C' },
  { name: 'leader-C-held', query: 'screen=leader&scene=held', size: 'C' },
  { name: 'leader-C-taken', query: 'screen=leader&scene=taken', size: 'C' },
  { name: 'leader-T-taken', query: 'screen=leader&scene=taken&lang=fr-CA', size: 'T', dark: true },
  { name: 'leader-P-taken', query: 'screen=leader&scene=taken&lang=es', size: 'P' },
  { name: 'leader-T-drill', query: 'screen=leader&scene=drill', size: 'T' },
  { name: 'leader-T-undo', query: 'screen=leader&scene=extended', size: 'T' },
  { name: 'leader-P-undo', query: 'screen=leader&scene=extended', size: 'P' },
  { name: 'leader-C-fr', query: 'screen=leader&scene=trouble&lang=fr-CA', size: 'C' },
  { name: 'leader-P-es', query: 'screen=leader&scene=trouble&lang=es', size: 'P' },
  { name: 'board-W-quiet', query: 'screen=board&scene=calm', size: 'W' },
  { name: 'board-W-warn', query: 'screen=board&scene=warn&lang=fr-CA', size: 'W' },
  ...(['far', 'farthest', 'range', 'alias', 'groups', 'countdown', 'room', 'door'] as const).map(
    (scene): Look => ({
      name: `board-W-${scene}`,
      query: `screen=board&scene=${scene}`,
      size: 'W',
    }),
  ),
  ...(['en', 'es', 'fr-CA'] as const).map((lang): Look => ({
    name: `board-W-twelve-${lang}`,
    query: `screen=board&scene=twelve&lang=${lang}`,
    size: 'W',
  })),
  ...(['P', 'T', 'C', 'W'] as const).map((size): Look => ({
    name: `board-${size}-announced`,
    query: 'screen=board&scene=announced&lang=fr-CA',
    size,
  })),
  {
    name: 'board-W-announced-countdown',
    query: 'screen=board&scene=announced-countdown',
    size: 'W',
  },
  { name: 'board-T-door', query: 'screen=board&scene=door&lang=fr-CA', size: 'T' },
  { name: 'board-T-countdown', query: 'screen=board&scene=countdown', size: 'T' },
];

for (const { name, query, size, dark } of LOOKS) {
  test(name, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES[size]);
    await page.emulateMedia({ colorScheme: dark === true ? 'dark' : 'light' });
    const away = await open(page, query, baseURL);
    await expect(page.getByTestId('freshness')).toHaveAttribute('data-state', 'live');
    await picture(page, name);
    expect(await overflow(page)).toEqual([]);
    await expectNoViolations(page, name);
    expect(away).toEqual([]);
  });
}

test('the day is extended by keyboard alone', async ({ page }) => {
  await page.setViewportSize(SIZES.C);
  await page.goto('index.html?screen=leader&scene=calm');
  await page.getByTestId('extend').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('extend-2').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('preview')).toContainText('Lunch stays');
  await expectNoViolations(page, 'the preview');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('preview')).toBeHidden();
  await expect(page.getByTestId('extend')).toBeFocused();
});

test('what is done more seldom is in one sheet, and a refusal offers ways out', async ({
  page,
}) => {
  await page.setViewportSize(SIZES.C);
  await page.goto('index.html?screen=leader&scene=calm');
  await page.getByTestId('more').click();
  await page.getByRole('radio', { name: 'Assembly' }).check();
  await picture(page, 'leader-C-more');
  await expectNoViolations(page, 'the sheet of more controls');
  await page.keyboard.press('Escape');
  await page.getByTestId('extend').click();
  await page.getByTestId('extend-minutes').fill('20');
  await page.getByTestId('extend-other').click();
  await expect(page.getByTestId('option-shift')).toBeVisible();
  await picture(page, 'leader-C-refused');
  await expectNoViolations(page, 'a refusal with ways out');
});

test('nothing moves for longer than 120 ms where less motion is wished', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('index.html?screen=leader&scene=trouble');
  await page.getByTestId('tile-history').click();
  const long = await page.evaluate(() =>
    document
      .getAnimations()
      .map((one) => Number(one.effect?.getComputedTiming().duration ?? 0))
      .filter((ms) => ms > 120),
  );
  expect(long).toEqual([]);
});

test('a pause that took too long ends by catching up', async ({ page }) => {
  await page.setViewportSize(SIZES.C);
  await page.goto('index.html?screen=leader&scene=stuck');
  await page.getByTestId('resume').click();
  await page.getByTestId('option-catch-up').click();
  await expect(page.getByTestId('preview')).toBeVisible();
  await expectNoViolations(page, 'catching up');
  await picture(page, 'leader-C-catch-up');
  await page.getByTestId('confirm').click();
  await expect(page.getByTestId('preview')).toBeHidden();
});

for (const size of ['P', 'C'] as const) {
  test(`a new plan is asked for, read and accepted by keyboard alone, ${size}`, async ({
    page,
  }) => {
    await page.setViewportSize(SIZES[size]);
    await page.goto('index.html?screen=leader&scene=planned');
    await page.getByTestId('plan-anew').focus();
    await page.keyboard.press('Enter');
    await expectNoViolations(page, 'what happened');
    await picture(page, `leader-${size}-plan-anew`);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('plan-anew')).toBeFocused();
    await page.getByTestId('plan-waits').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('plan-summary')).toContainText('2 students move');
    await expectNoViolations(page, 'a new plan');
    await picture(page, `leader-${size}-plan`);
    await page.getByTestId('plan-accept').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('plan-accepted')).toBeFocused();
  });
}

for (const [name, scene, steps] of [
  ['turns', 'turns', []],
  ['help-today', 'help', ['open-help', 'open-help-today']],
  ['reasons', 'help', ['open-help', 'take-over']],
] as const) {
  for (const lang of ['en', 'fr-CA']) {
    test(`leaders read the sheet of ${name} in ${lang}`, async ({ page, baseURL }) => {
      await page.setViewportSize(SIZES.P);
      await open(page, `screen=leader&scene=${scene}&lang=${lang}`, baseURL);
      if (name === 'turns') await page.getByTestId('row-studio').getByRole('button').click();
      for (const step of steps) await page.getByTestId(step).first().click();
      for (const size of ['P', 'T', 'C'] as const) {
        await page.setViewportSize(SIZES[size]);
        await picture(page, `leader-${name}-${size}-${lang}`);
        expect(await overflow(page)).toEqual([]);
        await expectNoViolations(page, `${name} at ${size}`);
      }
    });
  }
}
