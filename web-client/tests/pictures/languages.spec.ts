// The screens hold languages that are longer than English, and one that is read the other way.
import { expect, type Page } from '@playwright/test';
import { open, overflow, SIZES } from '../harness/looks';
import { test } from './sources';
import { STATES } from './states';

/** One of each screen and size. */
const CANNED = STATES.filter(({ query, size, press }, at) => {
  const kind = (state: string) => state.replace(/&.*/, '');
  const first = STATES.findIndex((one) => kind(one.query) === kind(query) && one.size === size);
  return query.startsWith('screen=') && press === undefined && first === at;
});

for (const { name, query, size } of CANNED) {
  test(`${name} at ${size} holds words that are two fifths longer`, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES[size]);
    await open(page, `${query}&lang=en-XA`, baseURL);
    await expect(page.getByTestId('freshness').first()).toBeVisible();
    expect(await overflow(page)).toEqual([]);
    expect(await clipped(page)).toEqual([]);
  });

  test(`${name} at ${size} is read from right to left`, async ({ page, baseURL }) => {
    await page.setViewportSize(SIZES[size]);
    await open(page, `${query}&lang=ar-XB`, baseURL);
    await expect(page.getByTestId('freshness').first()).toBeVisible();
    await expect(page.locator('html')).toHaveCSS('direction', 'rtl');
    await page.screenshot({ path: `test-results/rtl/${name}.png` });
    expect(await overflow(page)).toEqual([]);
    expect(await clipped(page)).toEqual([]);
  });
}

/** Words of which a part cannot be seen. What only screen readers read is no part of it. */
function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) =>
        [...one.childNodes].some(
          (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
        ),
      )
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((one) => one.clientWidth > 1 && getComputedStyle(one).overflowX !== 'visible')
      .filter(
        (one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 2,
      )
      .filter((one) => !one.matches('select, input, textarea'))
      // The school's own names end in dots where a tile is narrow; they are whole for screen readers.
      .filter((one) => getComputedStyle(one).textOverflow !== 'ellipsis')
      .map((one) => `${one.tagName} ${one.className}: ${one.textContent?.trim() ?? ''}`),
  );
}
