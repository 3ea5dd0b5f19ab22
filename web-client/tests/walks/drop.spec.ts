// More than two minutes without a network, over a bell and a reload: nothing lost, nothing twice.
import { type BrowserContext, type Page } from '@playwright/test';
import { arriveWhenAsked, cardOf, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });
/** What a reload without a network needs is on the device. */
const KEPT = `(async () => {
  await navigator.serviceWorker.ready;
  const opened = await new Promise((done, no) => {
    const asked = indexedDB.open('carillon');
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => no(asked.error);
  });
  if (!opened.objectStoreNames.contains('kept')) return false;
  const day = await new Promise((done) => {
    const asked = opened.transaction('kept').objectStore('kept').get('day');
    asked.onsuccess = () => done(asked.result);
  });
  opened.close();
  return day !== undefined;
})()`;
const RUNG = `Object.entries(sessionStorage)
  .filter(([name]) => name.startsWith('carillon.rung.'))
  .flatMap(([, ids]) => ids.split('\\n').slice(1))`;

async function cut(context: BrowserContext, page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(KEPT), { timeout: 20_000 }).toBe(true);
  await context.setOffline(true);
  await expect(page.getByTestId('offline-banner')).toBeVisible({ timeout: 15_000 });
}

test('a hand taken without a network is sent once, after a reload, when it is back', async ({
  browser,
  demo,
}) => {
  const { signIn } = demo.ready;
  const student = await (await browser.newContext({ viewport: SIZES.C })).newPage();
  await arriveWhenAsked(student);
  await student.goto(signIn.student);
  await expectLive(student);
  const context = await browser.newContext({ viewport: SIZES.P });
  const helper = await context.newPage();
  await helper.goto(signIn.paraprofessional);
  await expectLive(helper);
  const code = ((await student.getByTestId('now-code').first().textContent()) ?? '').trim();
  const state = student.getByTestId('help-state');
  if ((await state.getAttribute('data-state')) === 'down') {
    await student.getByTestId('help-button').click();
  }
  await expect(cardOf(helper, code)).toBeVisible();

  await cut(context, helper);
  await helper.getByTestId('claim-next').click();
  await expect(helper.getByTestId('queued')).toContainText('1');
  await helper.reload();
  await expect(helper.getByTestId('queued')).toContainText('1');
  await context.setOffline(false);
  await expectLive(helper, 10_000);
  await expect(helper.getByTestId('offline-banner')).toBeHidden();
  await expect(helper.getByTestId('current-code')).toBeVisible();
  await expect(helper.getByTestId('looks')).toBeHidden();
  await helper.getByTestId('arrived').click();
  await helper.getByTestId('done').click();
});

test('the bell rings, the next stop shows, and what was done goes out when the network is back', async ({
  browser,
  demo,
}) => {
  test.setTimeout(5 * 60_000);
  const { signIn, url } = demo.ready;
  const context = await browser.newContext({ viewport: SIZES.C });
  const student = await context.newPage();
  await student.goto(signIn.student);
  await expectLive(student);
  const visitors = await (await browser.newContext({ viewport: SIZES.W })).newPage();
  await visitors.goto(`${url}/visitors`);
  const next = ((await student.getByTestId('next-code').first().textContent()) ?? '').trim();
  const state = student.getByTestId('help-state');
  if ((await state.getAttribute('data-state')) !== 'down') {
    await student.getByTestId('help-button').click();
    await expect(state).toHaveAttribute('data-state', 'down');
  }

  // Ten seconds before the warning, two minutes before the bell.
  await visitors.getByTestId('jump').click();
  await expect(student.getByTestId('wrap-up')).toBeVisible({ timeout: 20_000 });
  await cut(context, student);
  await student.reload();
  await expect(student.getByTestId('offline-banner')).toBeVisible();
  expect(await student.evaluate(RUNG)).not.toContainEqual(expect.stringContaining('b4/move'));

  const card = student.getByTestId('move-card');
  await expect(card).toBeVisible({ timeout: 150_000 });
  expect(await student.evaluate(RUNG)).toContainEqual(expect.stringContaining('b4/move'));
  await expect(card).toContainText(next);
  await card.getByTestId('im-here').click();
  await student.getByTestId('help-button').click();
  await expect(student.getByTestId('queued')).toContainText('2');
  await student.reload();
  await expect(student.getByTestId('queued')).toContainText('2');

  await context.setOffline(false);
  await expectLive(student, 10_000);
  await expect(student.getByTestId('offline-banner')).toBeHidden();
  await expect(state).toHaveAttribute('data-state', /^(waiting|claimed|helping)$/);
  await expect(student.getByTestId('looks')).toBeHidden();
  const rung = (await student.evaluate(RUNG)) as string[];
  expect(new Set(rung).size).toBe(rung.length);
});
