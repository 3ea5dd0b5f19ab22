// Goal: how heavy each screen is and how soon it can be used (V1) on a processor four times slower
// and a line of 1.5 Mbit/s. Method: the real demo, a browser that has never been here, slowed down by
// the developer tools' protocol; a screen is there when it says that it is up to date. Scripts are
// counted as they came over the line, without their headers. Prints figures beside the targets and asserts nothing of them:
// how fast is a matter of the machine.
import { loadavg } from 'node:os';
import type { Browser } from '@playwright/test';
import { expectLive, walk } from '../walks/demo';
import { SIZES } from '../walks/sizes';
import { SCRIPT_KB, weighScripts } from '../walks/weight';

const test = walk({ speed: 1, at: '09:20' });
const SLOWER = 4;
const BYTES_A_SECOND = 1_500_000 / 8;
const LATENCY_MS = 40;
const TIMES = Number(process.env['LOADS_TIMES'] ?? 3);
const LIVE_MS = 60_000;

/** The most that is meant: kilobytes of script, and seconds where there is a target. */
const MEANT = {
  student: { size: 'C', kb: SCRIPT_KB.student, s: 3 },
  board: { size: 'W', kb: SCRIPT_KB.board },
  paraprofessional: { size: 'P', kb: SCRIPT_KB.helper },
  leader: { size: 'C', kb: SCRIPT_KB.leader },
} as const;
type Who = keyof typeof MEANT;
type Seen = { readonly ms: number; readonly scriptKb: number; readonly bytes: number };

async function load(browser: Browser, link: string, who: Who): Promise<Seen> {
  const context = await browser.newContext({
    viewport: SIZES[MEANT[who].size],
    // What is kept for later comes behind the page, and would take what the page asks for from it.
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const weigh = weighScripts(page);
  let bytes = 0;
  await cdp.send('Network.enable');
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const from = performance.now();
  await page.goto(link);
  await expectLive(page, LIVE_MS);
  const ms = performance.now() - from;
  const seen = { ms, scriptKb: await weigh(), bytes };
  await context.close();
  return seen;
}

test('each screen comes to somebody who has never been here', async ({ browser, demo }) => {
  console.log(
    `load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}, processor ${String(SLOWER)}× slower`,
  );
  for (const who of Object.keys(MEANT) as Who[]) {
    for (const lang of who === 'student' ? ['en', 'fr-CA'] : ['en']) {
      const link = demo.ready.signIn[who].replace('#', `?lang=${lang}#`);
      const seen: Seen[] = [];
      for (let n = 0; n < TIMES; n++) seen.push(await load(browser, link, who));
      const [middle] = seen.sort((one, other) => one.ms - other.ms).slice(Math.floor(TIMES / 2));
      if (middle === undefined) throw new Error('LOADS_TIMES is 1 or more');
      const meant: { kb: number; s?: number } = MEANT[who];
      const seconds = meant.s === undefined ? '' : ` (meant ${String(meant.s)})`;
      console.log(
        `${who} in ${lang}: scripts ${middle.scriptKb.toFixed(1)} kB (meant ${String(meant.kb)}), ` +
          `all with headers ${(middle.bytes / 1_000).toFixed(1)} kB, up to date after ${(middle.ms / 1_000).toFixed(1)} s${seconds}`,
      );
    }
  }
});
