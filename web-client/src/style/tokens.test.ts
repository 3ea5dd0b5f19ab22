// @vitest-environment node
// Goal: the numbers the design language promises hold for the file the browser reads.
// Method: read tokens.css, work out contrast (WCAG 2) and colour distance (CIEDE2000 under full
// protan, deutan and tritan simulation by Machado et al. 2009) from the values alone.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, distance, seenWith, VISIONS } from './colour';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [
      String(name),
      String(value).trim(),
    ]),
  );
}

const light = tokens(':root');
const wall = tokens("[data-theme='wall']");
const more = tokens("[data-contrast='more']");
const moreDark = tokens("[data-contrast='more'][data-look='dark']");
const calm = tokens("[data-colours='calm']");
const dark = new Map([...light, ...wall]);

/** Text on ground, and the least ratio. Body text is 7:1, everything else that is read 4.5:1. */
const PAIRS: [text: string, ground: string, least: number][] = [
  ['text', 'page', 7],
  ['text', 'surface', 7],
  ['text', 'sunken', 7],
  ['text-2', 'page', 7],
  ['text-2', 'surface', 7],
  ['text-2', 'sunken', 4.5],
  ['on-action', 'action', 7],
  ['on-action', 'action-hover', 7],
  ['on-action-tint', 'action-tint', 7],
  ['time', 'time-fill', 7],
  ['info', 'info-fill', 7],
  ['ok', 'ok-fill', 7],
  ['on-alert', 'alert', 4.5],
  ['alert-text', 'page', 4.5],
  ['alert-text', 'surface', 4.5],
  ['text', 'calm-fill', 7],
  ['text-2', 'calm-fill', 4.5],
  ['action', 'page', 3],
  ['border', 'page', 3],
  ['dim', 'page', 4.5],
  ['dim', 'surface', 4.5],
  ['look', 'surface', 3],
  ['calm', 'surface', 3],
  ['border', 'surface', 3],
  ['focus', 'page', 3],
  ['focus', 'surface', 3],
  ['badge-outline', 'page', 7],
  ['badge-outline', 'surface', 7],
  ['time', 'page', 4.5],
  ['time', 'surface', 4.5],
];

describe.each([
  ['light', light],
  ['dark', dark],
  ['light with more contrast', new Map([...light, ...more])],
  ['dark with more contrast', new Map([...dark, ...more, ...moreDark])],
  ['light and calm', new Map([...light, ...calm])],
  ['dark and calm', new Map([...dark, ...calm])],
])('%s', (_theme, theme) => {
  test.each(PAIRS)('%s on %s stands out by at least %d', (text, ground, least) => {
    expect(contrast(value(theme, text), value(theme, ground))).toBeGreaterThanOrEqual(least);
  });
});

describe('stations', () => {
  const stations = Array.from({ length: 8 }, (_, colour) => ({
    fill: value(light, `station-${colour}`),
    ink: value(light, `station-ink-${colour}`),
  }));

  test('each letter stands out from its fill by at least 5', () => {
    for (const { fill, ink } of stations) {
      expect(contrast(ink, fill), fill).toBeGreaterThanOrEqual(5);
    }
  });

  test.each(VISIONS)('no two look alike with %s vision', (vision) => {
    const seen = stations.map(({ fill }) => seenWith(vision, fill));
    for (const [i, one] of seen.entries()) {
      for (const [j, other] of seen.entries()) {
        if (i < j) {
          expect(distance(one, other), `stations ${i} and ${j}`).toBeGreaterThanOrEqual(15);
        }
      }
    }
  });
});

function value(theme: Map<string, string>, name: string): string {
  const found = theme.get(name);
  if (found === undefined) {
    throw new Error(`tokens.css has no --${name}`);
  }
  const other = /^var\(--([\w-]+)\)$/.exec(found)?.[1];
  return other === undefined ? found.slice(0, 7) : value(theme, other);
}
