// What is on the screen after the network, the server and its store were gone.
import { arriveWhenAsked, cardOf, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });
const OPEN = /^(waiting|claimed|helping)$/;

test('a drop of the network is said and mended without a reload', async ({ browser, demo }) => {
  const context = await browser.newContext({ viewport: SIZES.C });
  const page = await context.newPage();
  await page.goto(demo.ready.signIn.student);
  const chip = page.getByTestId('freshness').first();
  await expectLive(page);
  await arriveWhenAsked(page);
  await page.evaluate('window.carillonWasHere = true');
  await context.setOffline(true);
  await expect(chip).toHaveAttribute('data-state', 'offline', { timeout: 15_000 });
  await expect(page.getByTestId('now-code').first()).toBeVisible();
  await page.getByTestId('help-button').click();
  await context.setOffline(false);
  await expectLive(page, 15_000);
  await expect(page.getByTestId('help-state')).toHaveAttribute('data-state', OPEN);
  expect(await page.evaluate('window.carillonWasHere')).toBe(true);
});

test('a killed server loses nothing that was answered', async ({ browser, demo }) => {
  const context = await browser.newContext({ viewport: SIZES.P });
  const helper = await context.newPage();
  await helper.goto(demo.ready.signIn.paraprofessional);
  const chip = helper.getByTestId('freshness').first();
  await expectLive(helper);
  const other = await (await browser.newContext({ viewport: SIZES.C })).newPage();
  await other.goto(demo.ready.signIn.student);
  const code = ((await other.getByTestId('now-code').first().textContent()) ?? '').trim();
  const state = other.getByTestId('help-state');
  await expect(state).toBeAttached();
  if ((await state.getAttribute('data-state')) === 'down') {
    await other.getByTestId('help-button').click();
  }
  await expect(cardOf(helper, code)).toBeVisible();

  await demo.kill();
  await expect(chip).toHaveAttribute('data-state', 'offline', { timeout: 20_000 });
  await demo.start();
  await expectLive(helper, 10_000);
  await expect(cardOf(helper, code)).toBeVisible();
  await expect(state).toHaveAttribute('data-state', OPEN);
});
