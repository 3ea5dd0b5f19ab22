import { encode } from 'uqr';
import { describe, expect, test } from 'vitest';
import { readQr } from './qr-decoder';

const TOKEN = 'q0Zr-7bXw_2LkTnP4sVd9A';

/** As `Qr.svelte` prints it on a badge, held somewhere in a grey picture, as points. */
function picture(text: string, { point = 4, turned = false, dark = 40, light = 210 } = {}) {
  const code = encode(text, { ecc: 'M', border: 3 });
  const [width, height] = [640, 480];
  const data = new Uint8ClampedArray(width * height * 4).fill(120);
  const side = code.size * point;
  const [left, top] = [turned ? 170 : 230, 140];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / point), Math.floor(x / point)];
      const isDark = turned ? code.data[code.size - 1 - column]?.[row] : code.data[row]?.[column];
      const at = ((top + y) * width + left + x) * 4;
      data.fill(isDark === true ? dark : light, at, at + 3);
      data[at + 3] = 255;
    }
  }
  return { width, height, data };
}

describe('where the browser reads no codes', () => {
  test('the badge that is printed is read', () => {
    expect(readQr(picture(TOKEN))).toBe(TOKEN);
  });

  test('also turned, small, and in poor light', () => {
    expect(readQr(picture(TOKEN, { turned: true }))).toBe(TOKEN);
    expect(readQr(picture(TOKEN, { point: 3, dark: 70, light: 150 }))).toBe(TOKEN);
  });

  test('nothing is read where there is none', () => {
    const data = new Uint8ClampedArray(320 * 240 * 4).fill(128);
    expect(readQr({ width: 320, height: 240, data })).toBeUndefined();
  });
});
