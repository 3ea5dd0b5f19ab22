/**
 * The next place in the tab: its code in the title, its badge as the icon, while she moves and in the
 * last two minutes; so that who works in another tab sees where to go.
 */
import { colourOf, outlineOf } from '../../parts/badge-shapes';
import type { Stop } from '../../wire/views';

/** The icon of the page when nothing is to be shown. */
const USUAL = '/favicon.svg';

/** Where to go next, once it is time to know it at a glance; else nothing. Pure. */
export const LAST_MS = 120_000;

/** A badge as a picture of its own, which has no style sheet to ask for its colours. */
export function badgePicture({ badge }: Pick<Stop, 'badge'>, styles: CSSStyleDeclaration): string {
  const colour = colourOf(badge.colour);
  const outline = outlineOf(badge.shape);
  const size = outline.letter * (badge.letter.length > 1 ? 0.75 : 1);
  const fill = styles.getPropertyValue(`--station-${colour}`).trim();
  const ink = styles.getPropertyValue(`--station-ink-${colour}`).trim();
  const letter = badge.letter.replaceAll(/[^\p{L}\p{N}]/gu, '');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">` +
    `<path d="${outline.path}" fill="${fill}" stroke="#101820" stroke-width="4"/>` +
    `<text x="50" y="${outline.middle + size * 0.34}" font-size="${size}" font-weight="700" ` +
    `font-family="sans-serif" text-anchor="middle" fill="${ink}">${letter}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Made while a screen is set up; `stop` is read again whenever it changes. */
export function signTheTab(stop: () => Stop | undefined): void {
  $effect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    const shown = stop();
    if (icon === null || shown === undefined) return;
    icon.href = badgePicture(shown, getComputedStyle(document.documentElement));
    return () => {
      icon.href = USUAL;
    };
  });
}
