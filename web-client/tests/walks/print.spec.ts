// The day on paper, from two clicks to the sheets that come out of the printer.
import type { Browser, Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 1, at: '09:20' });

const PX_PER_MM = 96 / 25.4;
/** The others of this file are in English. */
const LANGUAGES = { es: 'Plan de timbres', 'fr-CA': 'Plan des cloches' };
/** What a PDF says of an upright page, in whole points. */
const UPRIGHT = { letter: '612 792', a4: '595 842' };
const ACROSS = { letter: '792 612', a4: '842 595' };

/** The page that prints, two clicks from somebody's own screen. */
async function openPaper(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext({ viewport: SIZES.C });
  const page = await context.newPage();
  await page.goto(link);
  await expectLive(page);
  const opened = context.waitForEvent('page');
  await page.getByTestId('settings').click();
  await page.getByTestId('open-print').click();
  const paper = await opened;
  await expect(paper.getByTestId('paper-sheets')).toBeVisible();
  return paper;
}

async function choose(page: Page, ...sheets: string[]): Promise<void> {
  for (const box of await page.locator('[data-testid^="choose-"]').all()) {
    const sheet = ((await box.getAttribute('data-testid')) ?? '').replace('choose-', '');
    await box.setChecked(sheets.includes(sheet));
  }
}

/** The pages of what comes out, each by its size. */
async function printed(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = pdf.split(/\/Type\s*\/Page\b(?!s)/).slice(1);
  return pages.map((each) => {
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(each) ?? [];
    return `${String(Math.round(Number(width)))} ${String(Math.round(Number(height)))}`;
  });
}

/** Whatever is wider or higher than the cell it stands in. */
async function cutOff(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const cells = 'article, th, td, .visits li, h2';
    const out: string[] = [];
    for (const cell of document.querySelectorAll<HTMLElement>(`.sheet :is(${cells})`)) {
      const box = cell.getBoundingClientRect();
      for (const inner of cell.querySelectorAll('*')) {
        const { right, bottom, width } = inner.getBoundingClientRect();
        if (width > 0 && (right > box.right + 1 || bottom > box.bottom + 1))
          out.push(`${inner.tagName} in ${cell.tagName}: ${inner.textContent}`);
      }
      if (cell.scrollWidth > cell.clientWidth + 1 && cell.clientWidth > 0)
        out.push(`${cell.tagName}: ${cell.textContent}`);
    }
    return out.slice(0, 5);
  });
  await page.emulateMedia({ media: null });
  return found;
}

test('a leader has the paper pack of the next school day in two clicks', async ({
  browser,
  demo,
}) => {
  const page = await openPaper(browser, demo.ready.signIn.leader);
  await expect(page.getByTestId('when-next')).toBeChecked();
  for (const sheet of ['bells', 'poster', 'substitute', 'roster', 'passes'])
    await expect(page.getByTestId(`sheet-${sheet}`).first()).toBeAttached();
  await expect(page.getByTestId('choose-badges')).toHaveCount(0);
  await choose(page, 'bells');
  await expectNoViolations(page, 'the page that prints');
});

/** Each paper with one of the two cuts: what a printer makes of 240 passes takes it a while. */
for (const [size, perPage] of [
  ['letter', 8],
  ['a4', 4],
] as const) {
  test(`on ${size} every sheet has the pages it should, and no name is cut off`, async ({
    browser,
    demo,
  }) => {
    const page = await openPaper(browser, demo.ready.signIn.leader);
    await page.getByTestId('paper').selectOption(size);
    await choose(page, 'bells');
    expect(await printed(page)).toEqual([UPRIGHT[size]]);

    await choose(page, 'passes');
    const passes = await page.getByTestId('pass').count();
    expect(passes).toBeGreaterThan(200);
    await page.getByTestId('per-page').selectOption(String(perPage));
    const pages = await printed(page);
    expect(pages, `${String(perPage)} on a page`).toHaveLength(Math.ceil(passes / perPage));
    expect(new Set(pages)).toEqual(new Set([UPRIGHT[size]]));
    expect(await cutOff(page), `passes, ${String(perPage)} on a page`).toEqual([]);

    await choose(page, 'poster');
    expect(new Set(await printed(page))).toEqual(new Set([ACROSS[size]]));
    expect(await cutOff(page), 'the poster').toEqual([]);

    await page.getByTestId('room').selectOption({ index: 2 });
    await choose(page, 'substitute');
    expect(await printed(page)).toEqual([UPRIGHT[size]]);
    await choose(page, 'rosters');
    expect(await cutOff(page), 'a roster').toEqual([]);
  });
}

for (const [lang, title] of Object.entries(LANGUAGES)) {
  test(`sheets are in ${lang}, and passes in their students’ languages`, async ({
    browser,
    demo,
  }) => {
    const page = await openPaper(browser, demo.ready.signIn.leader.replace('#', `?lang=${lang}#`));
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await choose(page, 'passes');
    for (const hers of ['en', 'es', 'fr-CA'])
      await expect(page.locator(`article[lang="${hers}"]`).first()).toBeAttached();
    await choose(page, 'bells', 'substitute');
    expect(await cutOff(page)).toEqual([]);
  });
}

test('a teacher prints her own rooms and nothing for the wall', async ({ browser, demo }) => {
  const page = await openPaper(browser, demo.ready.signIn.teacher);
  await expect(page.getByTestId('choose-poster')).toHaveCount(0);
  await expect(page.getByTestId('sheet-roster')).toHaveCount(1);
  await expect(page.getByTestId('sheet-substitute')).toHaveCount(1);
});

test('an administrator is told what new badges do, and they are two inches', async ({
  browser,
  demo,
}) => {
  const page = await openPaper(browser, demo.ready.signIn.administrator);
  await page.getByTestId('choose-badges').check();
  await page.getByTestId('group').selectOption({ index: 1 });
  await choose(page, 'badges');
  await expect(page.getByTestId('new-badges')).toContainText('stop working at once');
  await expect(page.getByTestId('label')).toHaveCount(0);
  await page.getByTestId('make-badges').click();
  await expect(page.getByTestId('label').first()).toBeVisible();
  await expect(page.getByTestId('new-badges')).toContainText('ready');
  await expectNoViolations(page, 'new badges');
  const labels = await page.getByTestId('label').count();
  for (const size of ['letter', 'a4'] as const) {
    await page.getByTestId('paper').selectOption(size);
    await page.emulateMedia({ media: 'print' });
    for (const label of await page.getByTestId('label').all()) {
      const box = await label.boundingBox();
      expect(Math.abs((box?.width ?? 0) / PX_PER_MM - 50.8)).toBeLessThanOrEqual(0.5);
      expect(Math.abs((box?.height ?? 0) / PX_PER_MM - 50.8)).toBeLessThanOrEqual(0.5);
    }
    await page.emulateMedia({ media: null });
    expect(await cutOff(page), `labels on ${size}`).toEqual([]);
    expect(await printed(page)).toHaveLength(Math.ceil(labels / 15));
  }
});

test('without colour eight places are still told apart by shape and letter', async ({
  browser,
  demo,
}) => {
  const page = await openPaper(browser, demo.ready.signIn.leader);
  await choose(page, 'signs');
  await expect(page.getByTestId('place-sign').first()).toBeVisible();
  const signs = await page.getByTestId('place-sign').evaluateAll((all) => {
    /** How light a colour is in grey, from 0 to 1. */
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return all.map((sign) => {
      const fill = sign.querySelector('.badge .fill');
      const letter = sign.querySelector('.badge text');
      if (fill === null || letter === null) throw new Error('a sign without its badge');
      const one = light(getComputedStyle(fill).fill);
      const other = light(getComputedStyle(letter).fill);
      return {
        shape: fill.getAttribute('d') ?? '',
        letter: letter.textContent,
        contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
      };
    });
  });
  // Two stations of one room share its badge.
  expect(new Set(signs.map(({ shape }) => shape)).size).toBe(8);
  expect(new Set(signs.map(({ letter }) => letter)).size).toBe(8);
  expect(new Set(signs.map(({ shape, letter }) => `${shape} ${letter}`)).size).toBe(8);
  for (const { letter, contrast } of signs)
    expect(contrast, `${letter} on its ground, in grey`).toBeGreaterThanOrEqual(4.5);
  const sheets = await page
    .locator('[data-testid="sheet-signs"], [data-testid="sheet-seats"]')
    .count();
  expect(await printed(page)).toHaveLength(sheets);
});
