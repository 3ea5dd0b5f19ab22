// A student asks, a helper comes, the leader sees it: four people on one floor, each in a browser.
import type { Browser, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { cardOf, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

// In the third block this student sits in the room this helper covers, and after it moves elsewhere.
const test = walk({ speed: 1, at: '09:20' });

async function open(browser: Browser, link: string, size: keyof typeof SIZES): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES[size] });
  const page = await context.newPage();
  await page.goto(link);
  await expectLive(page);
  return page;
}

test('a hand goes up, somebody comes, and everybody sees the same', async ({ browser, demo }) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'C');
  const helper = await open(browser, signIn.paraprofessional, 'P');
  const leader = await open(browser, signIn.leader, 'C');

  const code = (await student.getByTestId('now-code').first().textContent()) ?? '';
  await student.getByTestId('help-button').click();
  await expect(student.getByTestId('help-state')).toHaveAttribute('data-state', 'waiting');

  const call = cardOf(helper, code);
  await expect(call).toBeVisible();
  await call.getByTestId('claim').click();
  await expect(helper.getByTestId('current-help')).toBeVisible();
  await expect(helper.getByTestId('current-code')).toContainText(code.trim());

  const said = student.getByTestId('help-state');
  await expect(said).toHaveAttribute('data-state', 'claimed');
  await expect(said).toContainText(/on the way/i);
  await expect(leader.getByTestId('map')).toBeVisible();

  await helper.getByTestId('arrived').click();
  await expect(said).toHaveAttribute('data-state', 'helping');
  await helper.getByTestId('done').click();
  await expect(helper.getByTestId('current-help')).toBeHidden();
  await expect(student.getByTestId('help-button')).toBeVisible();
});

test('the leader pauses with a preview, and the student stays where she is', async ({
  browser,
  demo,
}) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'T');
  const leader = await open(browser, signIn.leader, 'C');

  await leader.getByTestId('pause').click();
  await expect(leader.getByTestId('preview')).toBeVisible();
  await leader.getByTestId('confirm').click();
  await expect(leader.getByTestId('resume')).toBeVisible();
  const face = student.getByTestId('student-screen');
  await expect(face).toHaveAttribute('data-face', 'paused');

  await leader.getByTestId('resume').click();
  await leader.getByTestId('confirm').click();
  await expect(leader.getByTestId('pause')).toBeVisible();
  await expect(face).not.toHaveAttribute('data-face', 'paused');
});

test('extending shows every boundary that moves before anything does', async ({
  browser,
  demo,
}) => {
  const leader = await open(browser, demo.ready.signIn.leader, 'C');
  await leader.getByTestId('extend').click();
  await leader.getByTestId('extend-2').click();
  await expect(leader.getByTestId('preview')).toContainText(/240/);
  await expect(leader.getByTestId('moved-bell').first()).toBeVisible();
  await leader.getByTestId('confirm').click();
  await expect(leader.getByTestId('off-plan')).toBeVisible();
});

test('at the bell the whole screen says where to go', async ({ browser, demo }) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'C');
  const visitors = await (await browser.newContext({ viewport: SIZES.W })).newPage();
  await visitors.goto(`${demo.ready.url}/visitors`);
  const next = ((await student.getByTestId('next-code').first().textContent()) ?? '').trim();
  await visitors.getByTestId('jump').click(); // The warning: ten seconds on.
  await expect(student.getByTestId('wrap-up')).toBeVisible({ timeout: 20_000 });
  await visitors.getByTestId('jump').click();
  const card = student.getByTestId('move-card');
  await expect(card).toBeVisible({ timeout: 20_000 });
  await expect(card).toContainText(next);
  const box = await card.boundingBox();
  const { width, height } = SIZES.C;
  expect(((box?.width ?? 0) * (box?.height ?? 0)) / (width * height)).toBeGreaterThan(0.8);
  await expectNoViolations(student, 'the move card');
  await card.getByTestId('im-here').click();
  await expect(card).toBeHidden();
});
