// Goal: a leader relieves a helper from her own screen and goes on in her place: she reads whom she
// has, says arrived and done, and takes the done back. The student sees who comes all along.
import { expectNoViolations } from './axe';
import { arriveWhenAsked, expect, open, walk } from './demo';

const test = walk({ speed: 1, at: '09:20' });

test('taken over, arrived, done and undone', async ({ browser, demo }) => {
  const { signIn } = demo.ready;
  const student = await open(browser, signIn.student, 'C');
  const helper = await open(browser, signIn.paraprofessional, 'P');
  const leader = await open(browser, signIn.leader, 'C');
  const said = student.getByTestId('help-state');
  await arriveWhenAsked(student);
  await student.getByTestId('help-button').click();
  await helper.getByTestId('claim-next').click();
  await expect(said).toHaveAttribute('data-state', 'claimed');

  await leader.getByTestId('open-help').click();
  const claimed = leader.locator('[data-testid="line-call"][data-state="claimed"]');
  await claimed.getByTestId('take-over').click();
  await leader.getByTestId('reason-shift-ends').click();
  const own = leader.getByTestId('own-call');
  await expect(own).toHaveAttribute('data-state', 'claimed');
  await expect(helper.getByTestId('current-code')).toBeHidden();
  await leader.getByRole('button', { name: 'Close', exact: true }).click();
  // Name, place and seat, which the map has not.
  await expect(own.getByTestId('own-who')).toHaveText(/.+ · .+/);
  await expectNoViolations(leader, 'taken on');

  await own.getByTestId('own-arrived').click();
  await expect(said).toHaveAttribute('data-state', 'helping');
  await own.getByTestId('own-done').click();
  await expect(student.getByTestId('help-over')).toBeVisible();
  await expect(own).toBeHidden();
  await leader.getByTestId('undo').click();
  await expect(said).toHaveAttribute('data-state', 'helping');
  await expect(own).toHaveAttribute('data-state', 'helping');
  await own.getByTestId('own-release').click();
  await expect(said).toHaveAttribute('data-state', 'waiting');
});
