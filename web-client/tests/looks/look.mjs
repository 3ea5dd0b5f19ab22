/**
 * Takes pictures of screens over canned rows: `node tests/looks/look.mjs OUT student-work:C
 * helper:P …`. A look is named in harness.ts; `+offline` cuts its network, `+es` picks a language.
 */
import { chromium } from '@playwright/test';
import { createServer } from 'vite';

const SIZES = { P: [390, 844], T: [1024, 768], C: [1366, 768], S: [320, 640], W: [1920, 1080] };
const [folder, ...looks] = process.argv.slice(2);

const server = await createServer({ server: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
await server.listen();
const base = server.resolvedUrls.local[0];
const browser = await chromium.launch({
  executablePath: process.env['CARILLON_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
});
for (const look of looks) {
  const [name, size = 'C'] = look.split(':');
  const [scene, ...extras] = name.split('+');
  const [width, height] = SIZES[size];
  const page = await browser.newPage({ viewport: { width, height } });
  page.on('pageerror', (problem) => console.error(look, problem.message));
  page.on('console', (line) => {
    if (line.type() === 'error') console.error(look, line.text());
  });
  const query = new URLSearchParams({ look: scene, lang: 'en' });
  for (const extra of extras) {
    if (extra === 'offline') query.set('offline', '');
    else query.set('lang', extra);
  }
  await page.goto(`${base}tests/looks/index.html?${query}`);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(extras.includes('offline') ? 1200 : 900);
  await page.screenshot({ path: `${folder}/${name}-${size}.png` });
  const scrolls = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight];
  });
  console.log(look, 'overflow x, y:', scrolls.join(', '));
  await page.close();
}
await browser.close();
await server.close();
