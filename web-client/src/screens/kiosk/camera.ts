// The camera of a computer many sit at, and why there is none.

export type Without = 'insecure' | 'denied' | 'none' | 'failed';
export type Opened =
  | { readonly kind: 'open'; readonly stream: MediaStream }
  | { readonly kind: 'without'; readonly why: Without };

const WISH: MediaStreamConstraints = {
  audio: false,
  video: { facingMode: 'user', width: { ideal: 1_280 }, height: { ideal: 720 } },
};

/**
 * Whether it may be turned on with nobody asked: `ask` shows a button first, so that no question of
 * the browser stands before whoever walks up.
 */
export async function mayOpen(): Promise<'yes' | 'ask' | Without> {
  if (!globalThis.isSecureContext) return 'insecure';
  const { mediaDevices, permissions } = navigator as Partial<Navigator>;
  if (mediaDevices === undefined) return 'none';
  // Not every browser says it of cameras.
  const asked = await permissions
    ?.query({ name: 'camera' })
    .then(({ state }) => state)
    .catch(() => undefined);
  if (asked === 'denied') return 'denied';
  return asked === 'granted' ? 'yes' : 'ask';
}

export async function openCamera(): Promise<Opened> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(WISH);
    return { kind: 'open', stream };
  } catch (fault) {
    return { kind: 'without', why: why(fault) };
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function why(fault: unknown): Without {
  switch (fault instanceof Error ? fault.name : undefined) {
    case 'NotAllowedError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    default:
      return 'failed';
  }
}
