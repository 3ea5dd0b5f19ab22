// A school on plain HTTP at an address that browsers do not trust: what they take away there is said,
// and the rest works (R9).
import { arriveWhenAsked, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20', host: '0.0.0.0' });

test('the page works, and lists what is missing', async ({ browser, demo }) => {
  const page = await (await browser.newContext({ viewport: SIZES.C })).newPage();
  await arriveWhenAsked(page);
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const link = new URL(demo.ready.signIn.student);
  link.hostname = '0.0.0.0';
  await page.goto(link.href);
  await expectLive(page);
  expect(await page.evaluate('isSecureContext')).toBe(false);

  await page.getByTestId('freshness').click();
  await expect(page.getByTestId('lacks').locator('li')).toHaveCount(4);
  await page.keyboard.press('Escape');
  const state = page.getByTestId('help-state');
  if ((await state.getAttribute('data-state')) === 'down') {
    await page.getByTestId('help-button').click();
  }
  await expect(state).toHaveAttribute('data-state', /^(waiting|claimed|helping)$/);

  await page.goto(new URL('/network-check', link).href);
  await expect(page.getByTestId('letter')).toBeVisible();
  for (const way of ['page', 'websocket', 'events', 'polls']) {
    await expect(page.getByTestId(`path-${way}`)).toHaveAttribute('data-ok', 'true');
  }
  await expect(page.getByTestId('letter').locator('li')).toContainText(['https']);
  expect(faults).toEqual([]);
});
