// Whatever the browser has of its own, a badge before the camera is read.
import { afterEach, expect, test, vi } from 'vitest';
import { badgeReader } from './badge-reader';

const decode = vi.hoisted(() => vi.fn(() => 'decoded'));
vi.mock('./qr-decoder', () => ({ readQr: decode }));

const points = { width: 4, height: 4, data: new Uint8ClampedArray(64) };
const seen = { videoWidth: 4, videoHeight: 4 } as HTMLVideoElement;

function detector(formats: readonly string[], detect: () => Promise<unknown>): void {
  vi.stubGlobal(
    'BarcodeDetector',
    class {
      static getSupportedFormats = () => Promise.resolve(formats);
      detect = detect;
    },
  );
}

function canvas(): void {
  const context = { drawImage: () => undefined, getImageData: () => points };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(
    context as unknown as CanvasRenderingContext2D,
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  decode.mockClear();
});

test('the browser reads it, and no decoder is fetched', async () => {
  detector(['qr_code'], () => Promise.resolve([{ rawValue: 'read' }]));
  const read = await badgeReader();
  expect(await read(seen)).toBe('read');
  expect(decode).not.toHaveBeenCalled();
});

test('a browser that has its reader in name only leaves it to the decoder', async () => {
  canvas();
  detector([], () => Promise.resolve([]));
  const read = await badgeReader();
  expect(await read(seen)).toBe('decoded');
});

test('a reader that gives up is not asked again: the decoder reads the next look', async () => {
  canvas();
  const detect = vi.fn(() => Promise.reject(new Error('no service')));
  detector(['qr_code'], detect);
  const read = await badgeReader();
  expect(await read(seen)).toBeUndefined();
  expect(await read(seen)).toBe('decoded');
  expect(detect).toHaveBeenCalledTimes(1);
});
