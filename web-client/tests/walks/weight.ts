// What a page has loaded of scripts, as they came over the line: packed, without their headers.
import type { Page } from '@playwright/test';

/** The most each screen may weigh (V1), in kilobytes. */
export const SCRIPT_KB = { student: 90, board: 70, helper: 140, leader: 220, print: 350 } as const;

/**
 * Counts from now on. What is kept for later comes behind the page and is no part of it: a context
 * whose service workers are blocked has none.
 */
export function weighScripts(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => {
    await page.waitForLoadState('networkidle');
    return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0) / 1_000;
  };
}
