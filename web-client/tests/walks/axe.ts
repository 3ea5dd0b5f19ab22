// What axe finds on a page: nothing is what we want.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What fades in is looked at when it is there, as people do. */
const SETTLED = `Promise.all(
  document.getAnimations()
    .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
    .map((each) => each.finished.catch(() => undefined)),
).then(() => undefined)`;

type Violation = { id: string; nodes: { html: string }[] };

/** Evaluated rather than added as a script tag, since the page's own policy forbids foreign scripts. */
export async function expectNoViolations(
  page: Page,
  where: string,
  apartFrom: readonly string[] = [],
): Promise<void> {
  await page.evaluate(SETTLED);
  await page.evaluate(await readFile(AXE, 'utf8'));
  const run = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((all) => all.violations)`;
  const violations = (await page.evaluate(run)) as Violation[];
  const found = violations
    .filter(({ id }) => !apartFrom.includes(id))
    .map((each) => `${each.id}: ${each.nodes[0]?.html ?? ''}`);
  expect(found, `accessibility of ${where}`).toEqual([]);
}
