// A filter that lets no WebSocket through, and one that also holds back event streams (R1).
import { type Browser, type Page } from '@playwright/test';
import { arriveWhenAsked, cardOf, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });

type Blocked = { readonly events: boolean };

async function behindFilter(browser: Browser, link: string, { events }: Blocked): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES.C });
  await context.routeWebSocket('**/ws', (socket) => socket.close({ code: 1011 }));
  if (events) await context.route('**/api/v1/line/events', (route) => route.abort());
  const page = await context.newPage();
  await arriveWhenAsked(page);
  await page.goto(link);
  return page;
}

async function expectWay(page: Page, way: string): Promise<void> {
  await page.getByTestId('freshness').first().click();
  await expect(page.getByTestId('transport')).toHaveAttribute('data-transport', way);
  await page.keyboard.press('Escape');
}

test('a call for help goes from a page on long polls to one on server-sent events', async ({
  browser,
  demo,
}) => {
  const { student, paraprofessional } = demo.ready.signIn;
  const helper = await behindFilter(browser, paraprofessional, { events: false });
  await expectLive(helper, 30_000);
  await expectWay(helper, 'events');
  const page = await behindFilter(browser, student, { events: true });
  await expectLive(page, 30_000);
  await expectWay(page, 'polls');

  const code = ((await page.getByTestId('now-code').first().textContent()) ?? '').trim();
  const state = page.getByTestId('help-state');
  await expect(state).toBeAttached();
  if ((await state.getAttribute('data-state')) === 'down') {
    await page.getByTestId('help-button').click();
  }
  await expect(cardOf(helper, code)).toBeVisible();
  await expect(state).toHaveAttribute('data-state', /^(waiting|claimed|helping)$/);

  // Remembered as long as the tab lives.
  await page.reload();
  await expectLive(page, 3_000);
  await expectWay(page, 'polls');
});
