// A leader drags back through the day: the map, the counts and the words are those of then, nothing
// can be done there, and one button leads back to now.
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, expectLive, walk } from './demo';
import { SIZES } from './sizes';

const test = walk({ speed: 60, at: '09:25' });

/** Where students are: what stands still for minutes once a block has settled. */
const CELLS = ['arrived', 'late', 'missing', 'elsewhere'] as const;

type Seen = { readonly left: string; readonly until: string; readonly counts: string };
type Quiet = { readonly time: string; readonly counts: string };

async function look(page: Page): Promise<Seen> {
  return page.evaluate((cells) => {
    const textOf = (id: string) =>
      document.querySelector(`[data-testid="${id}"]`)?.textContent.trim() ?? '';
    return {
      left: textOf('countdown'),
      until: document.querySelector('.when .small')?.textContent.trim() ?? '',
      counts: cells.map((cell) => textOf(`count-${cell}`)).join(' '),
    };
  }, CELLS);
}

/**
 * A whole minute of a block over which the counts stood still, as the page showed it: the minutes
 * left change exactly there. Two seconds round it are two minutes of this day.
 */
async function quietMinute(page: Page): Promise<Quiet> {
  let seen: Seen[] = [];
  let found: Quiet | undefined;
  await expect
    .poll(
      async () => {
        const now = await look(page);
        seen = [...seen.filter(({ counts }) => counts === now.counts), now].slice(-200);
        const lefts = [...new Set(seen.map(({ left }) => left))];
        const end = /until (\d+):(\d+)/.exec(now.until);
        const minutes = /^(\d+) min left/.exec(lefts.at(-2) ?? '');
        if (lefts.length < 5 || end === null || minutes === null) return false;
        const at = Number(end[1]) * 60 + Number(end[2]) - Number(minutes[1]);
        const two = (n: number) => String(n).padStart(2, '0');
        found = { time: `${two(Math.floor(at / 60))}:${two(at % 60)}`, counts: now.counts };
        return true;
      },
      { timeout: 60_000, intervals: [100], message: 'a few quiet minutes' },
    )
    .toBe(true);
  return found as unknown as Quiet;
}

test('a leader scrubs back to before a bell and sees what she saw then', async ({
  browser,
  demo,
}) => {
  const context = await browser.newContext({ viewport: SIZES.C, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(demo.ready.signIn.leader);
  await expectLive(page);
  const then = await quietMinute(page);
  const block = (await look(page)).until;
  // The bell rings, and the next block begins.
  await expect
    .poll(async () => (await look(page)).until, { timeout: 60_000, message: 'the next block' })
    .not.toBe(block);

  await page.getByTestId('scrub-field').fill(then.time);
  await page.getByTestId('scrub-field').blur();
  const band = page.getByTestId('replay-band');
  await expect(band).toContainText('replay: nothing you see here is now');
  await expect(page.getByTestId('replay-ribbon')).toBeVisible();
  expect((await look(page)).counts).toBe(then.counts);
  expect((await look(page)).until).toBe(block);
  await expect(page.getByTestId('hold')).toBeHidden();
  await expect(page.getByTestId('map')).toBeVisible();
  await expectNoViolations(page, 'a floor that was');
  await page.screenshot({ path: 'test-results/replay.png' });

  // It stands, whatever goes on meanwhile; keys move it by minutes.
  const scrub = page.getByTestId('scrub');
  const shown = await scrub.getAttribute('aria-valuetext');
  await scrub.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(scrub).not.toHaveAttribute('aria-valuetext', shown ?? '');
  await page.keyboard.press('ArrowRight');
  await expect(scrub).toHaveAttribute('aria-valuetext', shown ?? '');
  expect((await look(page)).counts).toBe(then.counts);

  await page.getByTestId('to-live').click();
  await expect(band).toBeHidden();
  await expect(page.getByTestId('hold')).toBeVisible();
  expect((await look(page)).until).not.toBe(block);
  await expectLive(page);
});
