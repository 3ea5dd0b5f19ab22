// Goal: signing in and the visitors' page, which make their own stores, at their sizes.
import { expect, test } from '@playwright/test';
import { expectNoViolations, open, picture, SIZES } from './looks';

for (const [name, size] of [
  ['sign-in', 'P'],
  ['sign-in', 'C'],
  ['visitors', 'C'],
  ['visitors', 'W'],
] as const) {
  test(`${name} at ${size}`, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES[size]);
    const away = await open(page, `page=${name}`, baseURL);
    await expect(page.getByRole('heading').first()).toBeVisible();
    if (name === 'visitors') {
      await expect(page.getByTestId('freshness')).toHaveCount(4);
    }
    await picture(page, `${name}-${size}`);
    await expectNoViolations(page, `${name} at ${size}`);
    expect(away).toEqual([]);
  });
}

test('a student in a pane says more inside it', async ({ page, baseURL }) => {
  await page.setViewportSize(SIZES.W);
  await open(page, 'page=visitors', baseURL);
  const pane = page.getByTestId('pane-student');
  await expect(page.getByTestId('settings')).toHaveCount(0);
  await pane.getByTestId('help-tell').click();
  const tell = pane.getByTestId('tell');
  await expect(tell).toBeVisible();
  await picture(page, 'visitors-W-tell');
  const [inside, outside] = [await tell.boundingBox(), await pane.boundingBox()];
  if (inside === null || outside === null) throw new Error('both are on the page');
  expect(inside.x).toBeGreaterThanOrEqual(outside.x);
  expect(inside.x + inside.width).toBeLessThanOrEqual(outside.x + outside.width);
  expect(inside.y).toBeGreaterThanOrEqual(outside.y);
  expect(inside.y + inside.height).toBeLessThanOrEqual(outside.y + outside.height);
  await page.getByTestId('jump').click({ trial: true });
  await page.keyboard.press('Escape');
  await expect(tell).toBeHidden();
});

test('signing out leads to the sign-in page and leaves nothing behind', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize(SIZES.P);
  await open(page, 'page=student', baseURL);
  await page.getByTestId('settings').click();
  await picture(page, 'student-settings-P');
  await expectNoViolations(page, 'the settings');
  await page.getByTestId('sign-out').click();
  await expect(page.getByTestId('badge-code')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage).join())).not.toContain('outbox');
});
