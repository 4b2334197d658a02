// The first screen of a machine that has never seen the program.
import { must } from '../harness.mjs';

export default async function firstScreen(walk) {
  await walk.page.waitForLoadState('networkidle').catch(() => {});
  await walk.page.getByRole('heading').first().waitFor();
  must((await walk.page.title()).includes('監査手帳'), 'the title names the program');
  must((await walk.call('app.state')).phase === 'closed', 'nothing is open');
  await walk.look('first-screen');
}
