// Goal: how far from its instant every bell rings on pages of every kind, by the machine's true
// clock, at real speed. Method: the real demo, pages with wrong clocks, slow processors, uneven
// links and hidden ones; bells from the agenda, by hand (which only the push can bring) and by
// `advance` (which all must enter together). The page with the uneven link and the hidden one have a
// browser each. Prints figures beside the targets; asserts only that
// every page rang every bell once: how fast is a matter of the machine.
import { loadavg } from 'node:os';
import { expect, walk } from '../walks/demo';
import { command, KINDS, open, openHidden, type Kind, type MeasuredDevice } from './devices';
import { HEAD, line, share, spreads, type Ring, type Target } from './figures';
import { slowLink } from './slow-link';

const DATE = '2026-09-14';
// The third block ends at 09:45; what rings before the pages are open does not count.
const END = '09:45:05';
const OPENING_S = 115;
/** How much longer pages are open before the first bell: browsers let hidden ones sleep by steps. */
const BEFORE_S = Number(process.env['BELLS_BEFORE_S'] ?? 0);
const LASTS_MS = (OPENING_S + BEFORE_S) * 1_000;
const startMs = Date.parse(`${DATE}T${END}Z`) - LASTS_MS;
const test = walk({ speed: 1, at: new Date(startMs).toISOString().slice(11, 19), date: DATE });
const DEVICES = Number(process.env['BELLS_DEVICES'] ?? 12);
const BY_HAND = 5;
const ADVANCES = 2;
const BETWEEN_MS = 5_000;
/** Move bells are never closer than half a minute. */
const BETWEEN_MOVES_MS = 33_000;

const HIDDEN: Target = { maxMs: 1_500 };
const CLOCK: Target = { p95Ms: 25, p99Ms: 100 };
const SPREAD: Target = { p95Ms: 100, maxMs: 250 };
/** Half the difference between the ways up and down stays hidden from everybody; a rung is rounded. */
const UNEVEN: Target = { maxMs: 36 };
const FIRING: Target = { p99Ms: 20 };

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** Every second page is a plain one; the others are of each kind in turn. */
const kindOf = (n: number): Kind =>
  (n % 2 === 0 ? KINDS[0] : KINDS[1 + (((n - 1) / 2) % (KINDS.length - 1))]) as Kind;

test('the bells of several minutes on pages of every kind', async ({
  browser,
  playwright,
  demo,
  launchOptions,
}) => {
  const { signIn, url } = demo.ready;
  const links = [signIn.student, signIn.paraprofessional, signIn.teacher];
  const uneven = KINDS.find(({ link }) => link !== undefined)?.link ?? { upMs: 0, downMs: 0 };
  const { executablePath: executable = '', args = [] } = launchOptions;
  const chromium = { executable, args };
  const proxy = await slowLink(Number(new URL(url).port), uneven);
  // The same address as for everybody, as pages of another one would be turned away.
  const remote = await playwright.chromium.launch({
    executablePath: executable,
    args: [...args, `--host-rules=MAP 127.0.0.1 127.0.0.1:${String(proxy.port)}`],
  });
  const leader = await open(browser, { name: 'leader' }, 'leader', signIn.leader);
  const devices: MeasuredDevice[] = [];
  for (let n = 0; n < DEVICES; n += 1) {
    const kind = kindOf(n);
    const address = links[n % links.length] ?? signIn.student;
    const name = `${kind.name} ${n}`;
    devices.push(
      kind.hidden === true
        ? await openHidden(chromium, kind, name, address)
        : await open(kind.link === undefined ? browser : remote, kind, name, address),
    );
  }
  const { clock } = await leader.seen();
  if (clock === undefined) throw new Error('the leader was not welcomed');
  const trueOf = (atMs: number) => clock.originMs + atMs - clock.baseMs;
  const openedMs = Date.now();

  await sleep(BEFORE_S * 1_000);
  for (let n = 0; n < BY_HAND; n += 1) {
    await sleep(BETWEEN_MS);
    await command(leader.page, 'timeline.ring', DATE);
  }
  await sleep(Math.max(0, clock.originMs + LASTS_MS - Date.now()));
  for (let n = 0; n < ADVANCES; n += 1) {
    await command(leader.page, 'timeline.advance', DATE);
    await sleep(BETWEEN_MOVES_MS);
  }

  const pushed = (await leader.seen()).pushed.filter(({ atMs }) => trueOf(atMs) > openedMs + 2_000);
  const instants = new Map(pushed.map(({ bell, atMs }) => [bell, atMs]));
  const rings: Ring[] = [];
  const clockErrors: { link: boolean; ms: number }[] = [];
  for (const { name, kind, seen } of devices) {
    const { rung } = await seen();
    const known = rung.filter(({ id }) => instants.has(id));
    expect(known.map(({ id }) => id).sort(), name).toEqual([...instants.keys()].sort());
    for (const { id, skewMs, trueMs } of known) {
      const offMs = trueMs - trueOf(instants.get(id) ?? 0);
      rings.push({ bell: id, device: name, kind: kind.name, offMs });
      clockErrors.push({ link: kind.link !== undefined, ms: Math.abs(skewMs - offMs) });
    }
  }
  await Promise.all(devices.map((device) => device.end()));
  await remote.close();
  proxy.end();

  const armed = rings.filter(({ bell }) => !bell.endsWith('/manual'));
  const off = (some: readonly Ring[]) => some.map(({ offMs }) => Math.abs(offMs));
  const visible = (some: readonly Ring[]) => some.filter(({ kind }) => kind !== 'hidden page');
  const hidden = devices.find(({ kind }) => kind.hidden === true);
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`\n${devices.length} pages, ${instants.size} bells, load average ${load.join(' ')}`);
  console.log(`The hidden page says of itself: ${hidden?.visibility ?? 'there is none'}\n`);
  console.log(HEAD);
  for (const { name, hidden: isHidden } of KINDS) {
    const own = armed.filter(({ kind }) => kind === name);
    console.log(line(`from the instant: ${name}`, off(own), isHidden === true ? HIDDEN : {}));
  }
  const byHand = rings.filter(({ bell }) => bell.endsWith('/manual'));
  console.log(line('from the instant: by hand, pushed only', off(visible(byHand))));
  console.log(line('spread of visible pages, armed bells', spreads(visible(armed)), SPREAD));
  console.log(line('spread of visible pages, by hand', spreads(visible(byHand)), SPREAD));
  const errors = (link: boolean) =>
    clockErrors.filter((one) => one.link === link).map(({ ms }) => ms);
  console.log(line('error of the clock', errors(false), CLOCK));
  console.log(line('error of the clock, uneven link', errors(true), UNEVEN));
  const arrivals = pushed.map(({ atMs, trueMs }) => trueMs - trueOf(atMs));
  console.log(line('server fired and pushed, on arrival', arrivals, FIRING));
  console.log(
    `\nhalf of the visible pages within ${share(off(visible(armed)), 0.5).toFixed(0)} ms`,
  );
});
