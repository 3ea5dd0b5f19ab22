import { chromium } from '@playwright/test';
import { readFileSync } from 'node:fs';
const ready = JSON.parse(readFileSync('/tmp/see/ready.json', 'utf8'));
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] });
const size = { P: [390, 844], C: [1366, 768], W: [1920, 1080] };
const errors = [];
async function open(link, s) {
  const [width, height] = size[s];
  const page = await (await b.newContext({ viewport: { width, height } })).newPage();
  page.setDefaultTimeout(8000);
  page.on('pageerror', (e) => errors.push(String(e)));
  page.on('console', (m) => m.type() === 'error' && errors.push(m.text()));
  await page.goto(link);
  await page.waitForTimeout(2500);
  return page;
}
const shot = (p, n) => p.screenshot({ path: `/tmp/see/${n}.png` });
async function step(name, f) { try { await f(); console.log('ok', name); } catch (e) { console.log('FAILED', name, String(e).slice(0, 600)); } }
const leader = await open(ready.signIn.leader, 'C');
await step('leader', () => shot(leader, 'leader'));
const helper = await open(ready.signIn.paraprofessional, 'P');
await step('close', async () => {
  await leader.getByTestId('view-list').click();
  await leader.getByTestId('row-science').getByRole('button').click();
  await leader.getByTestId('door-close').click();
  await leader.getByTestId('door-preview').waitFor();
  await shot(leader, 'close-preview');
  await leader.getByTestId('door-cancel').click();
});
await step('room adults', async () => {
  await leader.keyboard.press('Escape');
  await leader.getByTestId('view-map').click();
  await leader.locator('select').first().selectOption({ index: 2 });
  await leader.waitForTimeout(800);
  await shot(leader, 'room');
  await leader.getByTestId('adult-move').click();
  await leader.waitForTimeout(800);
  await shot(leader, 'adult-moved');
});
await step('helper post', async () => { await shot(helper, 'helper-post'); });
const teacher = await open(ready.signIn.teacher, 'C');
await step('teacher', async () => {
  await shot(teacher, 'teacher');
  await teacher.getByTestId('settings').click();
  await shot(teacher, 'teacher-settings');
  await teacher.getByTestId('projector-open').click();
  await teacher.waitForTimeout(500);
  await shot(teacher, 'projector');
  await teacher.getByTestId('projector-close').click();
});
await step('over', async () => {
  await teacher.keyboard.press('Escape');
  await teacher.getByTestId('over-look').first().click();
  await teacher.getByTestId('over').waitFor();
  await teacher.waitForTimeout(500);
  await shot(teacher, 'over');
});
const kiosk = await open(`${ready.url}/kiosk?device=C12`, 'C');
await step('kiosk', async () => { await kiosk.waitForTimeout(1500); await shot(kiosk, 'kiosk'); });
const student = await open(ready.signIn.student, 'C');
await step('student', () => shot(student, 'student'));
console.log(errors.slice(0, 10));
await b.close();
