// Planning an audit by keyboard: what the plan says, its days and documents, which items are asked, who is independent,
// papers on loan, and the way from step to step.
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

export const options = { viewport: { width: 1280, height: 720 } };

export default async function plan(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const list = await walk.call('engagement.list', { kind: 'audit', fiscal_year: 2026 });
  const id = list[0].id;
  const open = async (part) => {
    await page.evaluate((hash) => (location.hash = hash), `#/audits/${id}${part}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await walk.settled();
  };

  await open('');
  await walk.look('steps');
  await open('/plan');
  await walk.look('plan');
  await fields(walk, hands, id);
  await open('/scope');
  await scope(walk, hands, id);
  await open('/independence');
  await walk.look('independence');
  await open('/loans');
  await loans(walk, hands, id);
  await open('/edit');
  await refusal(walk, hands, id);
  await open('');
  await steps(walk, hands, id);
}

/** Who is tied to a target does not come in after the start; the form shows what is stored and says why. */
async function refusal(walk, hands, id) {
  const before = (await walk.call('engagement.get', { id })).members;
  const team = walk.page.getByRole('group', { name: '監査チーム' });
  await team.getByRole('searchbox').fill('給付課長');
  await hands.tick('渡辺 由美', team);
  await hands.sees('監査を受ける者が監査を行うことは認められません', team);
  must(!(await team.getByRole('checkbox').first().isChecked()), 'who was refused is not ticked');
  must((await walk.call('engagement.get', { id })).members.length === before.length, 'nobody came in');
  await walk.look('refused');
  await hands.press('関係のある対象を回避するものとして保存する');
  await walk.until('the person stands back', async () => (await walk.call('engagement.get', { id })).members.length === before.length + 1);
  await walk.call('journal.undo');
}

async function fields(walk, hands, id) {
  await hands.fill({ 重点項目: '端末の保管、ログ' });
  await hands.keys('Tab');
  await hands.field('日程を加える').focus();
  await hands.type('閉会後の意見交換');
  await hands.keys('Enter');
  await walk.until('the appointment is there', async () => (await walk.call('engagement_plan.get', { id })).schedule.length === 5);
  const plan = await walk.call('engagement_plan.get', { id });
  must(plan.fields.focus === '端末の保管、ログ', 'a field is stored when it is left');
  await hands.field('資料を加える').focus();
  await hands.type('座席表');
  await hands.keys('Enter');
  await walk.until('the document is there', async () => (await walk.call('engagement_plan.get', { id })).documents.length === 6);
  await walk.settled();
  await walk.look('plan-rows');
  await walk.page.evaluate(() => document.activeElement.blur());
  await hands.keys('p');
  await walk.page.getByRole('alertdialog').waitFor();
  await walk.look('plan-papers');
  await hands.keys('Escape');
}

async function scope(walk, hands, id) {
  const ask = async () => (await walk.call('scope.propose', { engagement: id, topics: [], words: '端末の保管、ログ', wanted: 45 })).rows;
  const inside = async () => (await ask()).filter((row) => row.exclusion === null).length;
  const taken = async () => (await ask()).every((row) => (row.exclusion === null ? row.proposed || row.answered > 0 : !row.proposed));
  const before = await inside();
  await walk.look('scope');
  const grid = walk.page.getByRole('grid', { name: '対象項目' });
  await grid.focus();
  await hands.keys('Space');
  await walk.until('one item went in', async () => (await inside()) !== before, 40);
  const once = await inside();
  const reads = (count) => async () => (await walk.page.locator('.counts').textContent()).includes(`今回 ${count} ・`);
  // What a range becomes follows from what the screen shows of it.
  await walk.until('the screen has read it', reads(once), 30);
  await hands.keys('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Space');
  await walk.until('the range changed', async () => (await inside()) !== once, 40);
  await walk.settled();
  await walk.look('scope-range');
  await walk.until('the screen has read it again', reads(await inside()), 30);
  await hands.keys('Escape', 'a');
  await walk.until('the proposal is taken', taken, 40);
  await walk.settled();
  await walk.look('scope-proposed');
  await hands.keys('Control+z');
  await walk.until('one step takes it back', async () => !(await taken()), 40);
  await hands.keys('/');
  await hands.type('端末');
  await walk.settled();
  await walk.look('scope-search');
  await walk.page.evaluate(() => document.activeElement.blur());
  await hands.keys('t');
  await walk.settled();
  await walk.look('scope-theme');
}

async function loans(walk, hands, id) {
  await walk.look('loans');
  await hands.keys('n');
  await hands.type('貸出簿（令和7年度）');
  await hands.keys('Enter');
  await walk.until('the paper is there', async () => (await walk.call('loan.list', { id })).length === 2);
  await walk.settled();
  await walk.look('loan-form');
  await hands.press('今日返却した');
  await walk.until('it went back', async () => (await walk.call('loan.list', { id })).filter((row) => row.open).length === 1);
}

async function steps(walk, hands, id) {
  await hands.press('取りまとめ');
  await walk.look('step');
  await hands.press('「取りまとめ」に進める');
  await walk.until('it stands there', async () => (await walk.call('engagement.get', { id })).state === 'wrap_up');
  await hands.press('完了にする');
  await hands.tick('元に戻せないことを理解しました');
  await hands.press('完了にする', walk.page.getByRole('alertdialog'));
  await walk.page.getByRole('alert').filter({ hasText: '返却していない資料が 1 件' }).waitFor();
  await walk.look('close-refused');
}
