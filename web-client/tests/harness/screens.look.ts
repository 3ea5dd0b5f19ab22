// Goal: the leader's and the board's screens fit their viewports, reach no other origin and have no
// accessibility violation, light and dark, in the scenes that differ. A picture of each is kept.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const VIEWPORTS = { P: [390, 844], T: [1024, 768], C: [1366, 768], W: [1920, 1080] } as const;

type Look = { name: string; query: string; size: keyof typeof VIEWPORTS; dark?: boolean };
const LOOKS: Look[] = [
  ...(['P', 'T', 'C', 'W'] as const).flatMap((size): Look[] => [
    { name: `leader-${size}`, query: 'scene=trouble', size },
    { name: `board-${size}`, query: 'screen=board&scene=move', size },
  ]),
  { name: 'leader-C-dark', query: 'scene=calm', size: 'C', dark: true },
  { name: 'leader-W-wall', query: 'scene=trouble&wall', size: 'W' },
  { name: 'leader-C-paused', query: 'scene=paused', size: 'C' },
  { name: 'leader-C-fr', query: 'scene=trouble&lang=fr-CA', size: 'C' },
  { name: 'leader-P-es', query: 'scene=trouble&lang=es', size: 'P' },
  { name: 'board-W-quiet', query: 'screen=board&scene=calm', size: 'W' },
  { name: 'board-W-warn', query: 'screen=board&scene=warn&lang=fr-CA', size: 'W' },
  { name: 'board-W-far', query: 'screen=board&scene=move&diagonal=65&distance=6', size: 'W' },
];

for (const { name, query, size, dark } of LOOKS) {
  test(name, async ({ page, baseURL }) => {
    const [width, height] = VIEWPORTS[size];
    const away: string[] = [];
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith('data:') && !address.startsWith(new URL(baseURL ?? '').origin)) {
        away.push(address);
      }
    });
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: dark === true ? 'dark' : 'light' });
    await page.goto(`index.html?${query}`);
    await expect(page.getByTestId('freshness')).toHaveAttribute('data-state', 'live');
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `test-results/looks/${name}.png` });
    expect(await overflow(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
    expect(away).toEqual([]);
  });
}

test('the day is extended by keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto('index.html?scene=calm');
  await page.getByTestId('extend').focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('extend-2').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('preview')).toContainText('Lunch stays');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('preview')).toBeHidden();
  await expect(page.getByTestId('extend')).toBeFocused();
});

test('nothing moves for longer than 120 ms where less motion is wished', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('index.html?scene=trouble');
  await page.getByTestId('tile-history').click();
  const long = await page.evaluate(() =>
    document
      .getAnimations()
      .map((one) => Number(one.effect?.getComputedTiming().duration ?? 0))
      .filter((ms) => ms > 120),
  );
  expect(long).toEqual([]);
});

/** What is wider than the screen, and board rows wider than their column. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ['the page'] : [];
    const rows = [...document.querySelectorAll('[data-testid="board-row"]')];
    return [
      ...wide,
      ...rows
        .filter(
          (row) => row.scrollWidth > row.clientWidth + 1 || row.scrollHeight > row.clientHeight + 1,
        )
        .map((row) => row.textContent ?? ''),
    ];
  });
}

async function violations(page: Page): Promise<unknown> {
  await page.addScriptTag({ content: await readFile(axe, 'utf8') });
  return page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then((result) =>
      result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
  );
}
