// Every screen, at every size it is made for, in every language: axe has nothing to say.
import { expectNoViolations } from './axe';
import { expect, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });

const SCREENS = {
  student: ['P', 'T', 'C'],
  paraprofessional: ['P', 'T', 'C'],
  teacher: ['C'],
  leader: ['P', 'T', 'C', 'W'],
  board: ['P', 'T', 'C', 'W'],
} as const;

for (const [role, sizes] of Object.entries(SCREENS)) {
  for (const lang of ['en', 'es', 'fr-CA']) {
    test(`the ${role}'s screen in ${lang} has no accessibility violation`, async ({
      page,
      demo,
    }) => {
      const link = demo.ready.signIn[role as keyof typeof SCREENS];
      await page.goto(link.replace('#', `?lang=${lang}#`));
      await expect(page.getByTestId('freshness').first()).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('lang', lang);
      for (const size of sizes) {
        await page.setViewportSize(SIZES[size]);
        await expectNoViolations(page, `${role} at ${size} in ${lang}`);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect(wide, `${role} at ${size} does not scroll sideways`).toBeLessThanOrEqual(
          SIZES[size].width,
        );
      }
    });
  }
}

test('the sign-in page and the visitors’ page have none either', async ({ page, demo }) => {
  for (const [path, size] of [
    ['/sign-in', 'P'],
    ['/sign-in', 'C'],
    ['/visitors', 'C'],
    ['/visitors', 'W'],
  ] as const) {
    await page.setViewportSize(SIZES[size]);
    await page.goto(`${demo.ready.url}${path}`);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await expectNoViolations(page, `${path} at ${size}`);
  }
});

test('no screen asks another origin for anything', async ({ page, demo }) => {
  const foreign: string[] = [];
  const own = new URL(demo.ready.url).host;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.host !== own) foreign.push(request.url());
  });
  await page.goto(`${demo.ready.url}/visitors`);
  await expect(page.getByTestId('pane-board')).toBeVisible();
  expect(foreign).toEqual([]);
});
