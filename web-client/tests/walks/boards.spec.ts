// Boards as a school hangs them up: paired by a code, read by browsers without scripts.
import { expect, expectLive, walk } from './demo';

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
  await leader.getByTestId('pair-board-centre').click();
  await expect(leader.getByTestId('pair-said')).toContainText('Board in the Learning Centre');

  await expectLive(wall, 15_000);
  await expect(wall.getByTestId('board-range')).toHaveText('Names A–L');
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
