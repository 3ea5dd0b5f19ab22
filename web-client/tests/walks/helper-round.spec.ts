// Goal: a paraprofessional's whole round, once with one thumb on a phone and once from the keyboard:
// claim, arrive, hold, hand off, done, undo. And that whoever is on her way hears at once when she need
// not go.
import type { Browser, Locator, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { arriveWhenAsked, cardOf, expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

// In the third block this student sits in the room this helper covers.
const test = walk({ speed: 1, at: '09:20' });

/** A sheet has no more buttons than that. */
const STEPS_MAX = 20;

/** A thumb reaches the lower three fifths of a phone. */
const REACH_FROM = 0.4;

async function open(browser: Browser, link: string, size: keyof typeof SIZES): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES[size], hasTouch: size === 'P' });
  const page = await context.newPage();
  await page.goto(link);
  await expectLive(page);
  return page;
}

/** Raises the hand if it is down, and says where. */
async function ask(student: Page): Promise<string> {
  await arriveWhenAsked(student);
  const code = (await student.getByTestId('now-code').first().textContent()) ?? '';
  await student.getByTestId('help-button').click();
  await expect(student.getByTestId('help-state')).toHaveAttribute('data-state', 'waiting');
  return code.trim();
}

/** Where a thumb is. */
async function tap(act: Locator): Promise<void> {
  await expect(act).toBeVisible();
  const box = await act.boundingBox();
  expect(box?.y ?? 0, 'in reach of a thumb').toBeGreaterThan(SIZES.P.height * REACH_FROM);
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(48);
  await act.tap();
}

/** Goes to a button of the open sheet by Tab, and presses it. */
async function press(page: Page, act: Locator): Promise<void> {
  const isThere = () => act.evaluate((button) => button === document.activeElement);
  for (let steps = 0; steps < STEPS_MAX && !(await isThere()); steps += 1)
    await page.keyboard.press('Tab');
  await expect(act).toBeFocused();
  await page.keyboard.press('Enter');
}

test('one thumb: claim, arrive, hold, hand off, done and undo', async ({ browser, demo }) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'C');
  const helper = await open(browser, signIn.paraprofessional, 'P');
  const teacher = await open(browser, signIn.teacher, 'T');
  const said = student.getByTestId('help-state');
  const code = await ask(student);

  await expect(cardOf(helper, code)).toBeVisible();
  await tap(helper.getByTestId('claim-next'));
  await expect(helper.getByTestId('current-code')).toContainText(code);
  await expect(said).toHaveAttribute('data-state', 'claimed');
  await tap(helper.getByTestId('undo'));
  await expect(said).toHaveAttribute('data-state', 'waiting');

  await tap(helper.getByTestId('claim-next'));
  await tap(helper.getByTestId('arrived'));
  await expect(said).toHaveAttribute('data-state', 'helping');
  await expectNoViolations(helper, 'helping');

  await tap(helper.getByTestId('done'));
  await expect(student.getByTestId('help-over')).toBeVisible();
  await tap(helper.getByTestId('undo'));
  await expect(said).toHaveAttribute('data-state', 'helping');

  await tap(helper.getByTestId('hold'));
  await tap(helper.getByTestId('hold-5'));
  await expect(said).toHaveAttribute('data-state', 'on-hold');
  await expect(helper.getByTestId('on-hold-row')).toContainText(code);
  await expect(student.getByTestId('help-stuck')).toBeDisabled();
  await student.getByTestId('help-lower').click();
  await expect(student.getByTestId('help-over')).toBeVisible();

  await student.getByTestId('help-reopen').click();
  await expect(cardOf(helper, code)).toContainText('second time');
  await tap(helper.getByTestId('claim-next'));
  await tap(helper.getByTestId('hand-off'));
  await tap(helper.getByTestId('hand-to').first());
  await expect(cardOf(helper, code).getByTestId('reserved')).toBeVisible();
  await expectLive(teacher);
});

test('the same from the keyboard', async ({ browser, demo }) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'C');
  const helper = await open(browser, signIn.paraprofessional, 'C');
  const said = student.getByTestId('help-state');
  // What was handed over stays with whoever it was handed to: this hand is a new one.
  if ((await said.getAttribute('data-state')) === 'waiting') {
    await student.getByTestId('help-lower').click();
  }
  const code = await ask(student);
  await expect(cardOf(helper, code)).toBeVisible();

  await helper.getByTestId('claim-next').focus();
  await helper.keyboard.press('n');
  await expect(helper.getByTestId('current-code')).toContainText(code);
  await expect(helper.getByTestId('arrived')).toBeFocused();
  await helper.keyboard.press('a');
  await expect(said).toHaveAttribute('data-state', 'helping');
  await expect(helper.getByTestId('done')).toBeFocused();

  await helper.keyboard.press('d');
  await expect(student.getByTestId('help-over')).toBeVisible();
  await expect(helper.getByTestId('current-help')).toBeHidden();
  // Nobody else waits, and the keys go on acting.
  await expect(helper.getByTestId('undo')).toBeVisible();
  await expect(helper.getByTestId('claim-next')).toBeFocused();
  await helper.keyboard.press('u');
  await expect(said).toHaveAttribute('data-state', 'helping');
  await expect(helper.getByTestId('done')).toBeFocused();

  await helper.keyboard.press('p');
  await expect(helper.getByTestId('hold-sheet')).toBeVisible();
  await press(helper, helper.getByTestId('hold-5'));
  await expect(said).toHaveAttribute('data-state', 'on-hold');
  await expect(helper.getByTestId('on-hold-row')).toContainText(code);
  await student.getByTestId('help-lower').click();
  await expect(student.getByTestId('help-over')).toBeVisible();
  await student.getByTestId('help-reopen').click();
  await expect(cardOf(helper, code)).toContainText('second time');

  await expect(helper.getByTestId('claim-next')).toBeFocused();
  await helper.keyboard.press('n');
  await expect(helper.getByTestId('arrived')).toBeFocused();
  await helper.keyboard.press('h');
  await expect(helper.getByTestId('hand-off-sheet')).toBeVisible();
  await press(helper, helper.getByTestId('hand-to').first());
  await expect(cardOf(helper, code).getByTestId('reserved')).toBeVisible();
});

test('who is on her way is told that the student is fine, and puts that away by one tap', async ({
  browser,
  demo,
}) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'C');
  const helper = await open(browser, signIn.paraprofessional, 'P');
  const said = student.getByTestId('help-state');
  if ((await said.getAttribute('data-state')) === 'waiting') {
    await student.getByTestId('help-lower').click();
  }
  const code = await ask(student);
  await expect(cardOf(helper, code)).toBeVisible();
  await tap(helper.getByTestId('claim-next'));
  await expect(said).toHaveAttribute('data-state', 'claimed');

  await student.getByTestId('help-lower').click();
  await expect(helper.getByTestId('current-help')).toBeHidden();
  await expect(helper.getByTestId('lost-call')).toContainText('No need to go');
  await expectNoViolations(helper, 'told that a call went');
  await tap(helper.getByTestId('lost-noted'));
  await expect(helper.getByTestId('lost')).toBeHidden();
});
