// What can be measured of a screen that stands: what cannot be read, cannot be reached, is too small to
// hit. Each gives what is wrong, in words; nothing is what we want.
import type { Page } from '@playwright/test';

/** What is pressed; a label stands for the input inside it. */
const TARGETS =
  'button, select, textarea, a[href], input, summary, [role="option"], [role="button"], [role="slider"]';

/** Spacing of text that readers may ask for (WCAG 1.4.12). */
export const SPACED = `
  :not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

/** What moves sideways of what holds a whole screen: the page, or what scrolls in its place. */
export function sideways(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const WHOLE = 0.95;
    return [...document.querySelectorAll('html, body *')]
      .filter((one) => one.clientWidth >= WHOLE * innerWidth)
      .filter(
        (one) => one.tagName === 'HTML' || /auto|scroll/.test(getComputedStyle(one).overflowX),
      )
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => {
        const wide = [...one.querySelectorAll('*')].filter(
          (inner) => inner.getBoundingClientRect().right > innerWidth + 1,
        );
        const names = wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 80));
        return `${one.scrollWidth} of ${one.clientWidth} px: ${names.join(' and ')}`;
      });
  });
}

/** Words of which a part cannot be seen, whatever cuts it off. What only screen readers read is no part. */
export function lost(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [];
    const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const owner = text.parentElement;
      if (owner === null || text.textContent?.trim() === '') continue;
      if (owner.closest('svg, select, textarea, script, style, title') !== null) continue;
      if (!owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const { left, right, top, bottom, width } = range.getBoundingClientRect();
      // The ink of a line is lower than its box.
      const slack = { x: 1, y: 0.2 * Number.parseFloat(getComputedStyle(owner).fontSize) };
      let [across, down] = [true, true];
      for (
        let box: Element | null = owner;
        width > 0 && box !== null && box !== document.documentElement;
        box = box.parentElement
      ) {
        const style = getComputedStyle(box);
        const frame = box.getBoundingClientRect();
        if (frame.width <= 1 || style.clipPath !== 'none' || style.textOverflow === 'ellipsis')
          break;
        // What can be scrolled to is not lost.
        if (style.overflowX === 'auto' || style.overflowX === 'scroll') across = false;
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') down = false;
        const cut =
          (across &&
            cuts(style.overflowX) &&
            (right > frame.right + slack.x || left < frame.left - slack.x)) ||
          (down &&
            cuts(style.overflowY) &&
            (bottom > frame.bottom + slack.y || top < frame.top - slack.y));
        if (cut) {
          out.push(`"${text.textContent?.trim() ?? ''}" in ${box.tagName} ${box.className}`);
          break;
        }
        if (style.position === 'fixed' || box.matches('dialog')) break;
      }
    }
    return out.slice(0, 6);
  });
}

/** What a finger hits that is smaller than that, either way. */
export function small(page: Page, leastPx: number): Promise<string[]> {
  return page.evaluate(
    ({ targets, least }) => {
      // On a map a room is as large as it is there; the list beside it has the same buttons.
      const needs = (one: Element) =>
        one.closest('.map') !== null ? 24 : one.matches('button.helper') ? 64 : least;
      const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
      return [...(modal ?? document).querySelectorAll(targets)]
        .filter((one) => one.closest('[inert]') === null)
        .map((one) =>
          one.matches('[type="radio"], [type="checkbox"]') ? (one.closest('label') ?? one) : one,
        )
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => [one, one.getBoundingClientRect()] as const)
        .filter(([one, { width, height }]) => Math.min(width, height) < needs(one) - 0.5)
        .map(
          ([one, { width, height }]) =>
            `${Math.round(width)} × ${Math.round(height)}: ${one.outerHTML.slice(0, 160)}`,
        );
    },
    { targets: TARGETS, least: leastPx },
  );
}

/**
 * Goes to each thing that takes the focus, as the Tab key does: what nothing lies over when it has it,
 * that shows a ring. Also says what a zoomed page keeps out of reach.
 */
export function hidden(page: Page): Promise<string[]> {
  return page.evaluate((targets) => {
    const out: string[] = [];
    const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
    const before = document.activeElement;
    // What has the focus already is not brought into sight by getting it again.
    if (before instanceof HTMLElement) before.blur();
    for (const one of (modal ?? document).querySelectorAll<HTMLElement>(`${targets}, [tabindex]`)) {
      if (one.tabIndex < 0 || one.matches(':disabled') || one.closest('[inert]') !== null) continue;
      if (!one.checkVisibility({ visibilityProperty: true })) continue;
      const name = one.outerHTML.slice(0, 140);
      one.focus();
      if (document.activeElement !== one) {
        out.push(`takes no focus: ${name}`);
        continue;
      }
      const seen = one.matches('[type="radio"], [type="checkbox"]')
        ? (one.closest('label') ?? one)
        : one;
      const box = seen.getBoundingClientRect();
      const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
      const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
      const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (bottom <= top || right <= left) out.push(`out of sight: ${name}`);
      else if (at === null || !(seen.contains(at) || one.contains(at)))
        out.push(`under ${at?.outerHTML.slice(0, 100) ?? 'nothing'}: ${name}`);
      const ringed = [one, seen].some((each) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        return (
          (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
          (boxShadow !== 'none' && !matchMedia('(forced-colors: active)').matches)
        );
      });
      if (!ringed) out.push(`no ring: ${name}`);
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (before instanceof HTMLElement) before.focus();
    scrollTo(0, 0);
    return out;
  }, TARGETS);
}

/** What moves for longer than that. */
export function moving(page: Page, longestMs: number): Promise<string[]> {
  return page.evaluate(
    (longest) =>
      document
        .getAnimations()
        .filter((one) => Number(one.effect?.getComputedTiming().activeDuration ?? 0) > longest)
        .map((one) => (one as CSSAnimation).animationName),
    longestMs,
  );
}

/** Badges that lose their outline or their letter where a device has its own colours. */
export function plainBadges(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('svg.badge')]
      .filter((badge) => badge.checkVisibility())
      .filter((badge) => {
        const line = badge.querySelector('.line');
        const letter = badge.querySelector('text');
        const fill = badge.querySelector('.fill');
        if (line === null || letter === null || fill === null) return true;
        const outline = getComputedStyle(line);
        const ground = getComputedStyle(document.body).backgroundColor;
        const on = getComputedStyle(fill);
        const quiet = Number(on.fillOpacity) < 1;
        return (
          outline.stroke === 'none' ||
          outline.stroke === ground ||
          letter.textContent === '' ||
          getComputedStyle(letter).fill === (quiet ? ground : on.fill)
        );
      })
      .map((badge) => badge.outerHTML.slice(0, 120)),
  );
}

/** Times as Canadian French writes them that could break over two lines. */
export function brokenTimes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const said = text.textContent ?? '';
      const bare = /\d{1,2} h \d{2}/.test(said) || /\b\d{1,2}:\d{2} [AP]M\b/.test(said);
      const still =
        text.parentElement !== null && getComputedStyle(text.parentElement).whiteSpace === 'nowrap';
      if (bare && !still) out.push(said);
    }
    return out;
  });
}

/** Where each thing with a name of its own stands: from the left, and from the top. */
export function places(page: Page): Promise<Record<string, { x: number; y: number }>> {
  return page.evaluate(() => {
    const found: Record<string, { x: number; y: number }> = {};
    for (const one of document.querySelectorAll('[data-testid]')) {
      const name = one.getAttribute('data-testid') ?? '';
      const { left, width, top, height } = one.getBoundingClientRect();
      if (width > 0 && !(name in found)) found[name] = { x: left + width / 2, y: top + height / 2 };
    }
    return found;
  });
}
