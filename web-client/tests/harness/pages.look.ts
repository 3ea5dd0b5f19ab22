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
