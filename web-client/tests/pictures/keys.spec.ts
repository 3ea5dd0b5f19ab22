// Goal: what is not walked with the real program is done from the keyboard alone all the same (G4).
// Method: a canned screen, Tab and Enter; wherever the focus is, it is what stands there.
import { expect, type Locator, type Page } from '@playwright/test';
import { open, SIZES } from '../harness/looks';
import { test } from './sources';

const STEPS_MAX = 120;

/** Goes there by Tab alone, and looks at each stop whether anything lies over it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const covered: string[] = [];
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    await page.keyboard.press('Tab');
    const over = await page.evaluate(() => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return undefined;
      const box = at.getBoundingClientRect();
      const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return there !== null && (at.contains(there) || there.contains(at))
        ? undefined
        : (at.dataset['testid'] ?? at.tagName);
    });
    if (over !== undefined) covered.push(over);
    if (await wanted.evaluate((one) => one === document.activeElement)) break;
  }
  await expect(wanted).toBeFocused();
  expect(covered, 'lies under something').toEqual([]);
}

test('a test is unlocked by keyboard alone, and that is taken back', async ({ page, baseURL }) => {
  await page.setViewportSize(SIZES.C);
  await open(page, 'screen=helper&scene=placing', baseURL);
  await tabTo(page, page.getByTestId('approve').first());
  await page.keyboard.press('Enter');
  const bar = page.getByTestId('undo-bar').last();
  await expect(bar).toBeVisible();
  await tabTo(page, bar.getByTestId('undo'));
  await page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
});
