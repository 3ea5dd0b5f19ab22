// Finds the code of a badge in what a camera sees: by the browser itself where it can, else by a
// decoder that comes when it is needed. No picture leaves the device, and none is kept.

/** What it has seen, or nothing. */
export type BadgeReader = (seen: HTMLVideoElement) => Promise<string | undefined>;

/** Badges are held close: more points cost time and find nothing more. */
const SIDE_MAX = 640;

type Detector = { detect(seen: HTMLVideoElement): Promise<readonly { rawValue: string }[]> };
type DetectorClass = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
};

export async function badgeReader(): Promise<BadgeReader> {
  return (await native()) ?? decoder();
}

async function native(): Promise<BadgeReader | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  if (BarcodeDetector === undefined) return undefined;
  // Some browsers have it in name only.
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => []);
  if (!formats.includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  let instead: Promise<BadgeReader> | undefined;
  return async (seen) => {
    if (instead !== undefined) return (await instead)(seen);
    try {
      return (await detector.detect(seen))[0]?.rawValue;
    } catch {
      // What it needs of the system is not there, and will not come.
      instead = decoder();
      return undefined;
    }
  };
}

async function decoder(): Promise<BadgeReader> {
  const { readQr } = await import('./qr-decoder');
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (seen) => {
    const scale = Math.min(1, SIDE_MAX / Math.max(seen.videoWidth, seen.videoHeight));
    canvas.width = Math.round(seen.videoWidth * scale);
    canvas.height = Math.round(seen.videoHeight * scale);
    if (context === null || canvas.width === 0) return Promise.resolve(undefined);
    context.drawImage(seen, 0, 0, canvas.width, canvas.height);
    const points = context.getImageData(0, 0, canvas.width, canvas.height);
    return Promise.resolve(readQr(points));
  };
}
