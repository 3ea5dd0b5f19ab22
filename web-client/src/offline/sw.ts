/**
 * Keeps the pages of one build on the device: the shell opens without a network. Calls and views are
 * never kept here. A file is kept only if it is the very file of the build, so nothing that stands in
 * between (a portal that asks for a sign-in) is ever taken for Carillon.
 */

// The build writes these two, and this file by itself is one script.
declare const __BUILD__: string;
declare const __FILES__: readonly (readonly [path: string, integrity: string])[];

type Extendable = Event & { waitUntil(work: Promise<unknown>): void };
type Fetching = Extendable & {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
};
type Scope = {
  readonly location: Location;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', take: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', take: (event: Fetching) => void): void;
};

const scope = self as unknown as Scope;
const PREFIX = 'carillon-pages-';
const OWN = PREFIX + __BUILD__;
/** A page still open may ask for a part of the build before. */
const BUILDS_KEPT = 2;
/** A network that does not answer within this is as good as none. */
const PATIENCE_MS = 3_000;
const FILES_AT_ONCE = 2;
const FIRST_PAGE = '/index.html';
/** What the server writes itself, each time anew: nothing of it is ours to stand in for. */
const SERVERS = ['/api/', '/lite/'];

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(activate()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  if (request.mode === 'navigate') {
    const isServers = SERVERS.some((path) => pathname.startsWith(path));
    if (!isServers && !pathname.includes('.')) event.respondWith(page(request));
  } else if (__FILES__.some(([path]) => path === pathname) || pathname.startsWith('/assets/')) {
    event.respondWith(file(request));
  }
});

/** Files come a few at a time and after whatever a page asks for: a browser has six connections. */
async function install(): Promise<void> {
  const cache = await caches.open(OWN);
  const left = [...__FILES__];
  const take = async (): Promise<void> => {
    for (let next = left.pop(); next !== undefined; next = left.pop()) await keep(cache, ...next);
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, take));
  await scope.skipWaiting();
}

async function keep(cache: Cache, path: string, integrity: string): Promise<void> {
  const answer = await fetch(path, { integrity, cache: 'no-cache', priority: 'low' });
  if (!answer.ok) throw new TypeError(`${path} answered ${answer.status}`);
  await cache.put(path, answer);
}

async function activate(): Promise<void> {
  const builds = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const old = builds.filter((name) => name !== OWN).slice(0, -(BUILDS_KEPT - 1));
  await Promise.all(old.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function page(request: Request): Promise<Response> {
  const impatient = new AbortController();
  const timer = setTimeout(() => impatient.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(request, { signal: impatient.signal });
    if (answer.ok && answer.headers.has('x-carillon')) return answer;
    return (await caches.match(FIRST_PAGE, { cacheName: OWN })) ?? answer;
  } catch (fault) {
    const kept = await caches.match(FIRST_PAGE, { cacheName: OWN });
    if (kept === undefined) throw fault;
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

async function file(request: Request): Promise<Response> {
  const own = await caches.match(request, { cacheName: OWN, ignoreVary: true });
  return own ?? (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
