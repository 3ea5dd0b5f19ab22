// What is on the screen after the network, the server and its store were gone.
import type { Page } from '@playwright/test';
import { arriveWhenAsked, cardOf, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });
const OPEN = /^(waiting|claimed|helping)$/;

/** What the design allows: from the page's load, from the cut, and from the network's return. */
const LIVE_AFTER_LOAD_MS = 2_000;
const OFFLINE_AFTER_CUT_MS = 5_000;
const LIVE_AGAIN_MS = 2_000;

type Shown = { readonly state: string; readonly atMs: number };
declare global {
  interface Window {
    carillonShown: Shown[];
  }
}

/** Has the page note on its own clock when the chip comes to a state: ours is busy with the browser. */
async function noteChip(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.carillonShown = [];
    const look = () => {
      const chip = document.querySelector('[data-testid="freshness"]');
      const state = chip?.getAttribute('data-state');
      if (state === null || state === undefined || state === window.carillonShown.at(-1)?.state)
        return;
      window.carillonShown.push({ state, atMs: performance.now() });
    };
    const attributeFilter = ['data-state'];
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      attributeFilter,
    });
  });
}

/** How long after an instant of the page the chip came to one of these states. */
async function after(page: Page, sinceMs: number, states: readonly string[]): Promise<number> {
  const shown = await page.evaluate(() => window.carillonShown);
  const came = shown.find(({ state, atMs }) => atMs > sinceMs && states.includes(state));
  return (came?.atMs ?? Number.POSITIVE_INFINITY) - sinceMs;
}

const now = (page: Page) => page.evaluate(() => performance.now());
const LIVE = ['live', 'simulation'];

test('a drop of the network is said and mended without a reload', async ({ browser, demo }) => {
  const context = await browser.newContext({ viewport: SIZES.C });
  const page = await context.newPage();
  await noteChip(page);
  await page.goto(demo.ready.signIn.student);
  const chip = page.getByTestId('freshness').first();
  await expectLive(page);
  const loadedMs = await page.evaluate(
    () =>
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
  );
  expect(await after(page, loadedMs, LIVE)).toBeLessThanOrEqual(LIVE_AFTER_LOAD_MS);
  await arriveWhenAsked(page);
  await page.evaluate('window.carillonWasHere = true');
  const cutMs = await now(page);
  await context.setOffline(true);
  await expect(chip).toHaveAttribute('data-state', 'offline', { timeout: 15_000 });
  expect(await after(page, cutMs, ['offline'])).toBeLessThanOrEqual(OFFLINE_AFTER_CUT_MS);
  await expect(chip).toContainText(/\d{1,2}[:h ]+\d{2}/);
  await expect(page.getByTestId('now-code').first()).toBeVisible();
  await page.getByTestId('help-button').click();
  const backMs = await now(page);
  await context.setOffline(false);
  await expectLive(page, 15_000);
  expect(await after(page, backMs, LIVE)).toBeLessThanOrEqual(LIVE_AGAIN_MS);
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
