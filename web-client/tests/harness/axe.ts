// What axe finds on a page that stands: nothing is what we want.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** Levels A and AA of WCAG 2.0 to 2.2. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What fades in, or takes another colour, is looked at when it has, as people do. */
const SETTLED = `(async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.all(
    document.getAnimations()
      .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
      .map((each) => each.finished.catch(() => undefined)),
  );
})()`;

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };

/** Evaluated rather than added as a script tag, since a page's own policy forbids foreign scripts. */
export async function findings(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(SETTLED);
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(await readFile(AXE, 'utf8'));
  const only =
    rules === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: rules };
  const options = JSON.stringify({ runOnly: only, resultTypes: ['violations'] });
  const violations = (await page.evaluate(
    `axe.run(document, ${options}).then((all) => all.violations)`,
  )) as Violation[];
  return violations.map(
    ({ id, nodes }) =>
      `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 100) ?? ''} ${nodes[0]?.failureSummary?.slice(0, 200) ?? ''}`,
  );
}
