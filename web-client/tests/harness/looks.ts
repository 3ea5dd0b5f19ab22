// What every look at a screen asks: what axe finds, what is wider than the screen, what left the
// origin.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

export const SIZES = {
  /** The narrowest that must work. */
  S: { width: 320, height: 640 },
  P: { width: 390, height: 844 },
  T: { width: 1024, height: 768 },
  C: { width: 1366, height: 768 },
  W: { width: 1920, height: 1080 },
  /** High enough for a sheet of paper. */
  A: { width: 1024, height: 1400 },
  /** The strip that floats over other windows. */
  F: { width: 320, height: 96 },
} as const;
export type Size = keyof typeof SIZES;

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Opens a canned screen and keeps what it asks of other origins. */
export async function open(page: Page, query: string, baseURL: string | undefined) {
  const away: string[] = [];
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith('data:') && !address.startsWith(new URL(baseURL ?? '').origin)) {
      away.push(address);
    }
  });
  await page.goto(`index.html?${query}`);
  await page.evaluate(() => document.fonts.ready);
  return away;
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `test-results/looks/${name}.png` });
}

export async function expectNoViolations(page: Page, where: string): Promise<void> {
  // Something that is just fading in has less contrast than it will have.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)));
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(TAGS)} }).then((result) =>
      result.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))`,
  );
  expect(found, `accessibility of ${where}`).toEqual([]);
}

/** What is wider than the screen, board rows wider than their column, and lines higher than their bar. */
export function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const wide = root.scrollWidth > root.clientWidth ? ['the page'] : [];
    const rows = [
      ...document.querySelectorAll('[data-testid="board-row"], .board > header, .board > footer'),
    ];
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

/** What a finger may hit that is less high than that; a label stands for the input inside it. */
export function lowTargets(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = document.querySelectorAll('button, select, a[href], input, summary');
    return [...targets]
      .map((one) => (one.matches('input[type="radio"]') ? (one.closest('label') ?? one) : one))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }))
      .filter((one) => one.getBoundingClientRect().height < least - 0.5)
      .map((one) => `${one.getBoundingClientRect().height}: ${one.outerHTML.slice(0, 120)}`);
  }, leastPx);
}
