/** What a device keeps about itself: a made-up id, and nothing about anybody. */

const KEY = 'carillon.device';

/** The id of this device for one screen; made once. */
export function deviceId(screen: string): string {
  let id = read();
  if (id === undefined) {
    id = uuid();
    try {
      localStorage.setItem(KEY, id);
    } catch {
      // Storage may be switched off by policy; then the id lasts as long as the page.
    }
  }
  return `${id}-${screen}`;
}

function read(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A random UUID, also on plain HTTP where `crypto.randomUUID` is missing. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const parts = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ].map(([from, to]) => hex.slice(from, to));
  return parts.join('-');
}

/** A storage of this browser, or nothing where policy forbids it. */
export function shelf(kind: 'local' | 'session'): Storage | undefined {
  try {
    return kind === 'local' ? localStorage : sessionStorage;
  } catch {
    return undefined;
  }
}
