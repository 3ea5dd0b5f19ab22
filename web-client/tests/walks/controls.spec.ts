// A leader steers the day in one browser, and a student and a helper see it in theirs.
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, open, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });

test('a block is held with a preview, and the hold is taken back', async ({ browser, demo }) => {
  const leader = await open(browser, demo.ready.signIn.leader, 'C');
  await leader.getByTestId('hold').click();
  await expect(leader.getByTestId('preview')).toBeVisible();
  await leader.getByTestId('confirm').click();
  await expect(leader.getByTestId('release')).toBeVisible();
  await expectNoViolations(leader, 'a block that is held');
  await leader.getByTestId('undo-last').click();
  await expect(leader.getByTestId('hold')).toBeVisible();
  await expect(leader.getByTestId('release')).toBeHidden();
});

test('what is routinely done is taken back within ten seconds, and so it is on a second browser', async ({
  browser,
  demo,
}) => {
  const leader = await open(browser, demo.ready.signIn.leader, 'C');
  const second = await open(browser, demo.ready.signIn.administrator, 'C');
  const bar = leader.getByTestId('undo-bar');
  for (const page of [leader, second]) await page.getByTestId('view-list').click();
  const science = second.getByTestId('row-science');

  // The place is closed where a student is to be next: what that changes is said before, and she sees
  // it within the second a change may take, with another for the machine.
  const student = await open(browser, demo.ready.signIn.student, 'C');
  const next = student.getByTestId('next-code').first();
  const code = (await next.textContent()) ?? '';
  const place = ((await next.locator('..').textContent()) ?? '').replace(code, '').trim();
  const row = (page: Page) => page.getByRole('row').filter({ hasText: place });
  await row(leader).getByRole('button').click();
  await leader.getByTestId('door-close').click();
  await expect(leader.getByTestId('door-preview')).toContainText(/\d+ stops? change/);
  await leader.getByTestId('door-confirm').click();
  await expect(bar).toBeVisible();
  await expect(student.getByTestId('changed-card')).toBeVisible({ timeout: 2_000 });
  await student.getByTestId('changed-ok').click();
  await expect(next).not.toHaveText(code);
  await expect(row(second)).toContainText('no new arrivals');
  await bar.getByTestId('undo').click();
  await expect(row(second)).not.toContainText('no new arrivals');
  await expect(student.getByTestId('changed-card')).toBeVisible();
  await student.getByTestId('changed-ok').click();
  await expect(next).toHaveText(code);

  // Somebody is put there who was to be elsewhere.
  const planned = await science.locator('[data-label="Planned"]').textContent();
  await leader.getByTestId('names-close').click();
  await leader.getByTestId('row-math').getByRole('button').click();
  await leader.getByTestId('names-place').click();
  await leader.locator('input[name="act"][value="move"]').check({ force: true });
  await leader.getByTestId('place-student').first().check({ force: true });
  await leader.getByTestId('place-where').selectOption('science');
  await leader.getByTestId('place-send').click();
  await expect(bar).toBeVisible();
  await expect(science.locator('[data-label="Planned"]')).not.toHaveText(planned ?? '');
  await bar.getByTestId('undo').click();
  await expect(science.locator('[data-label="Planned"]')).toHaveText(planned ?? '');

  // The day is another one: three presses, with a look at what changes.
  const day = second.getByTestId('day-line');
  const was = await day.textContent();
  await leader.getByTestId('more').click();
  await leader.getByTestId('switch-early-release').click();
  await expect(leader.getByTestId('preview')).toContainText(/240/);
  await leader.getByTestId('confirm').click();
  await expect(bar).toBeVisible();
  await expect(day).not.toHaveText(was ?? '');
  await bar.getByTestId('undo').click();
  await expect(day).toHaveText(was ?? '');

  // A block is held.
  await leader.getByTestId('hold').click();
  await leader.getByTestId('confirm').click();
  await expect(second.getByTestId('release')).toBeVisible();
  await bar.getByTestId('undo').click();
  await expect(second.getByTestId('release')).toBeHidden();
});

test('what does not fit is refused with ways out, and one of them is taken', async ({
  browser,
  demo,
}) => {
  const leader = await open(browser, demo.ready.signIn.leader, 'C');
  await leader.getByTestId('extend').click();
  await leader.getByTestId('extend-minutes').fill('60');
  await leader.getByTestId('extend-other').click();
  await expect(leader.getByTestId('refused')).toHaveAttribute('data-key', 'no-slack');
  await leader.getByTestId('option-less').click();
  await expect(leader.getByTestId('preview')).toBeVisible();
  await leader.getByTestId('change-close').click();
  await expect(leader.getByTestId('preview')).toBeHidden();
});

test('a drill is on every screen until it is over', async ({ browser, demo }) => {
  const { signIn } = demo.ready;
  const leader = await open(browser, signIn.leader, 'T');
  const student = await open(browser, signIn.student, 'C');
  const helper = await open(browser, signIn.paraprofessional, 'P');
  await leader.getByTestId('more').click();
  await leader.getByTestId('insert').click();
  await expect(leader.getByTestId('preview')).toBeVisible();
  await leader.getByTestId('confirm').click();
  await expect(leader.getByTestId('end-insert')).toBeVisible();
  const face = student.getByTestId('student-screen');
  await expect(face).toHaveAttribute('data-face', 'paused');
  await expectNoViolations(student, 'a drill on a student’s screen');
  await expectNoViolations(helper, 'a drill on a helper’s screen');
  await student.screenshot({ path: 'test-results/drill-student.png' });
  await helper.screenshot({ path: 'test-results/drill-helper.png' });
  await leader.screenshot({ path: 'test-results/drill-leader.png' });
  await leader.getByTestId('end-insert').click();
  await leader.getByTestId('confirm').click();
  await expect(leader.getByTestId('pause')).toBeVisible();
  await expect(face).not.toHaveAttribute('data-face', 'paused');
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

test('visitors jump to the next bell, and it warns ten seconds on', async ({ browser, demo }) => {
  const student = await open(browser, demo.ready.signIn.student, 'C');
  const visitors = await (await browser.newContext({ viewport: SIZES.W })).newPage();
  await visitors.goto(`${demo.ready.url}/visitors`);
  await visitors.getByTestId('jump').click();
  await expect(student.getByTestId('wrap-up')).toBeVisible({ timeout: 20_000 });
});
