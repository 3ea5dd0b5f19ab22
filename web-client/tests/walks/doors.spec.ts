// Who and what a school lets in: boards by a code, browsers without scripts, people by a link or a
// badge; and how much comes with them.
import { expectNoViolations } from './axe';
import { expect, expectLive, open, walk } from './demo';
import { SIZES } from './sizes';
import { SCRIPT_KB, weighScripts } from './weight';

const test = walk({ speed: 1, at: '09:20' });

test('a new screen is the board a leader says it is, after a code and one click', async ({
  browser,
  demo,
}) => {
  const wall = await (await browser.newContext()).newPage();
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(`${demo.ready.url}/board`);
  const code = wall.getByTestId('pairing-code');
  await expect(code).toHaveText(/^[34679ACDEFGHJKMNPQRTWXY]{6}$/);

  const leader = await (await browser.newContext()).newPage();
  await leader.goto(demo.ready.signIn.leader);
  await expectLive(leader);
  await leader.getByTestId('settings').click();
  await leader.getByTestId('open-people').click();
  await leader.getByTestId('pair-code').fill((await code.innerText()).replace(/\s/g, ''));
  await expect(leader.getByTestId('pair-board-centre')).toBeVisible();
  // What her own device opens from the picture of that code on the screen.
  await expect(wall.getByTestId('pairing-qr').getByRole('img')).toBeVisible();
  await expectNoViolations(wall, 'a screen that is not a board yet');
  await wall.screenshot({ path: 'test-results/pairing.png' });
  const phone = await leader.context().newPage();
  await phone.setViewportSize(SIZES.P);
  await phone.goto(`${demo.ready.url}/leader#pair=${(await code.innerText()).replace(/\s/g, '')}`);
  await phone.getByTestId('pair-board-centre').click();
  await expect(phone.getByTestId('pair-said')).toContainText('Board in the Learning Centre');
  expect(new URL(phone.url()).hash).toBe('');

  await expectLive(wall, 15_000);
  await expect(wall.getByTestId('board-range')).toHaveText('Names A–L');

  // What she announces hangs there at once, and is gone when she takes it back.
  await phone.goto(`${demo.ready.url}/leader`);
  await phone.getByTestId('open-messages').click();
  await phone.getByTestId('message-to').selectOption('boards');
  await phone.getByTestId('announce-text').fill('Lunch is in the gym today');
  await phone.getByTestId('announce-send').click();
  await expect(wall.getByTestId('announced')).toHaveText('Lunch is in the gym today');
  await phone.getByTestId('message-withdraw').click();
  await expect(wall.getByTestId('announced')).toBeHidden();
});

test('a board without scripts has names and asks for itself anew (W8)', async ({
  browser,
  demo,
}) => {
  const signing = await browser.newContext();
  const page = await signing.newPage();
  await page.goto(demo.ready.signIn.board);
  await expectLive(page);
  const cookies = await signing.cookies();
  // The pages that are kept on a device do not stand in for it.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(`${demo.ready.url}/lite/board`);
  await expect(page.locator('.names .name').first()).not.toBeEmpty();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  await plain.addCookies(cookies);
  const lite = await plain.newPage();
  await lite.setViewportSize({ width: 1920, height: 1080 });
  await lite.goto(`${demo.ready.url}/lite/board`);
  await expect(lite.locator('.names .name').first()).not.toBeEmpty();
  await expect(lite.locator('meta[http-equiv="refresh"]')).toHaveAttribute(
    'content',
    '15; url=/lite/board',
  );
  const wide = await lite.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

test('an administrator lets an adult in by a link and a student by a badge', async ({
  browser,
  demo,
}) => {
  const office = await open(browser, demo.ready.signIn.administrator, 'C');
  await office.getByTestId('settings').click();
  await office.getByTestId('open-people').click();
  const people = office.getByTestId('people');
  await people.getByTestId('find-name').fill('abel');
  await people.getByTestId('let-in').first().click();
  const link = (await people.getByTestId('link').textContent()) ?? '';
  await expectNoViolations(office, 'letting people in');
  await open(browser, link, 'P');

  const student = await (await browser.newContext({ viewport: SIZES.C })).newPage();
  await people.getByTestId('find-name').fill('a');
  await people.locator('li', { hasText: 'Student' }).getByTestId('let-in').first().click();
  const code = (await people.getByTestId('badge').textContent()) ?? '';
  await student.goto(`${demo.ready.url}/sign-in`);
  await student.getByTestId('badge-code').fill(code.toLowerCase());
  await student.getByTestId('sign-in').click();
  await expectLive(student);
});

const WHO = {
  student: 'student',
  board: 'board',
  helper: 'paraprofessional',
  leader: 'leader',
  print: 'leader',
} as const;

for (const [what, who] of Object.entries(WHO)) {
  const kb = SCRIPT_KB[what as keyof typeof WHO];
  test(`the first visit of ${what} loads no more than ${String(kb)} kB of scripts (V1)`, async ({
    browser,
    demo,
  }) => {
    // In the language that takes most.
    const link = demo.ready.signIn[who].replace('#', '?lang=fr-FR#');
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    const weigh = weighScripts(page);
    await page.goto(link);
    await expectLive(page);
    // Whoever prints has come from a screen of her own.
    if (what === 'print') {
      await page.goto(`${demo.ready.url}/print`);
      await expect(page.getByTestId('paper-sheets')).toBeVisible();
    }
    const weight = await weigh();
    expect(weight).toBeLessThanOrEqual(kb);
    // Unless nothing was weighed.
    expect(weight).toBeGreaterThan(40);
  });
}
