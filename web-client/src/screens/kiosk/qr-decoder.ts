// A file of its own, so that only a browser without a reader of its own fetches it.
import { decodeQR } from 'qr/decode.js';

type Points = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray };

/** The text of the QR code in a picture; nothing where there is none that can be read. */
export function readQr({ width, height, data }: Points): string | undefined {
  try {
    return decodeQR({ width, height, data });
  } catch {
    return undefined;
  }
}
