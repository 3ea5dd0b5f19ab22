// Half an hour of four people, sixty times as fast: a hand in one room, a bell, an arrival and another
// hand in the next one. Whoever did nothing sees what the others did.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { arriveWhenAsked, cardOf, expect, open, walk } from './demo';
import { SIZES } from './sizes';

const SCHOOL = resolve(import.meta.dirname, '../../../config/schools/desert-ridge');
/** Mira is in the learning centre in the third block and with the teacher in the fourth. */
const STUDENT = 's001';
const NAME = 'Mira';

/** At this speed two minutes to walk over are two seconds: this school gives its helpers longer. */
function schoolOfLongWays(): string {
  const folder = mkdtempSync(join(tmpdir(), 'carillon-story-'));
  cpSync(SCHOOL, folder, { recursive: true });
  const file = join(folder, 'school.yaml');
  const said = readFileSync(file, 'utf8');
  const longer = said.replace('claim-lease: 120s', 'claim-lease: 30m');
  if (longer === said) throw new Error('the example school says nothing of its lease any more');
  writeFileSync(file, longer);
  return folder;
}

const school = schoolOfLongWays();
const test = walk({ speed: 60, at: '09:12', school });
test.afterAll(() => {
  rmSync(school, { recursive: true, force: true });
});

/** Raises the hand and says where it went up. */
async function ask(student: Page): Promise<string> {
  const code = (await student.getByTestId('now-code').first().textContent()) ?? '';
  await student.getByTestId('help-button').click();
  await expect(student.getByTestId('help-state')).toHaveAttribute('data-state', 'waiting');
  return code.trim();
}

/** From the hand to its end, as the helper does it and as the student reads it. */
async function help(helper: Page, student: Page, call: string): Promise<void> {
  const said = student.getByTestId('help-state');
  await cardOf(helper, call).filter({ hasText: NAME }).getByTestId('claim').click();
  await expect(said).toHaveAttribute('data-state', 'claimed');
  await helper.getByTestId('arrived').click();
  await expect(said).toHaveAttribute('data-state', 'helping');
  await helper.getByTestId('done').click();
  await expect(helper.getByTestId('current-help')).toBeHidden();
  await expect(student.getByTestId('help-button')).toBeVisible();
}

test('a student, a helper, a teacher and a leader live through a bell', async ({
  browser,
  demo,
}) => {
  const { signIn } = demo.ready;
  const [student, helper, teacher, leader] = await Promise.all([
    open(browser, signIn.student, 'C'),
    open(browser, signIn.paraprofessional, 'P'),
    open(browser, signIn.teacher, 'C'),
    open(browser, signIn.leader, 'C'),
  ]);
  const card = student.getByTestId('move-card');
  await arriveWhenAsked(student);
  await help(helper, student, await ask(student));
  await student.removeLocatorHandler(card);

  const workshop = (await student.getByTestId('next-code').first().textContent()) ?? '';
  await expect(teacher.getByTestId('incoming-place')).toContainText(/\d/);
  await expect(card).toContainText(workshop.trim(), { timeout: 60_000 });
  const hers = teacher.locator(`[data-testid="roster-name"][data-student="${STUDENT}"]`);
  await expect(hers).toHaveAttribute('data-arrival', /^(prompted|expected|late)$/);
  const box = await card.boundingBox();
  const { width, height } = SIZES.C;
  expect(((box?.width ?? 0) * (box?.height ?? 0)) / (width * height)).toBeGreaterThan(0.8);
  await expectNoViolations(student, 'the move card');
  await card.getByTestId('im-here').click();
  await expect(card).toBeHidden();
  await expect(hers).toHaveAttribute('data-arrival', 'arrived');

  await leader.getByTestId('view-list').click();
  const row = leader.getByTestId('row-math');
  await ask(student);
  await expect(row.locator('[data-label="Hands"]')).toContainText(/[1-9]/);
  await help(teacher, student, workshop);
});
