// Goal: eight hours on a wall leave a board's heap, nodes and listeners as they were (W7).
// Method: the page's own clock is run through eight hours, from the first block over all bells to
// the end of the day; after each hour everything that can be collected is, and what is left printed.
import { expect, test, type CDPSession } from '@playwright/test';

const HOURS = 8;
const STEP_MINUTES = 5;
const GROWTH_MAX = 1.2;

type Figures = { heapKb: number; nodes: number; listeners: number };

async function figures(devtools: CDPSession): Promise<Figures> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    heapKb: Math.round(of('JSHeapUsedSize') / 1024),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}

test('a board of a whole day', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  // The development server would load the page anew when its clock runs away from it.
  await page.routeWebSocket(/./, () => undefined);
  await page.clock.install();
  await page.goto('index.html?screen=board&scene=before');
  await page.clock.runFor(5_000);
  await expect(page.getByTestId('clock')).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');

  const seen: Figures[] = [];
  for (let hour = 0; hour <= HOURS; hour++) {
    const now = await figures(devtools);
    seen.push(now);
    const { heapKb, nodes, listeners } = now;
    console.log(`hour ${hour}: heap ${heapKb} kB, ${nodes} nodes, ${listeners} listeners`);
    for (let minute = 0; minute < 60 && hour < HOURS; minute += STEP_MINUTES) {
      await page.clock.runFor(STEP_MINUTES * 60_000);
    }
  }
  // The first hour draws what is drawn from then on.
  const [, first] = seen;
  const last = seen.at(-1);
  expect(last?.heapKb).toBeLessThanOrEqual((first?.heapKb ?? 0) * GROWTH_MAX);
  expect(last?.listeners).toBeLessThanOrEqual((first?.listeners ?? 0) * GROWTH_MAX);
  expect(last?.nodes).toBeLessThanOrEqual((first?.nodes ?? 0) * GROWTH_MAX);
});
