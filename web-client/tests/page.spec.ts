import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test('the first page opens and has no accessibility violations', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Carillon' })).toBeVisible();
  await page.addScriptTag({ content: await readFile(axe, 'utf8') });
  const violations = await page.evaluate('axe.run().then((result) => result.violations)');
  expect(violations).toEqual([]);
});
