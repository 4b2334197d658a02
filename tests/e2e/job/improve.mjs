// From the finding to its end: confirmed, ordered, planned, decided and verified by a second person.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { FIRST, SECOND } from './begin.mjs';

/** Locks with the key, and the other one opens. */
export async function changeUser(walk, hands, { login, passphrase, name }, label) {
  const { page } = walk;
  await hands.keys('Control+l');
  await hands.at('手帳を開く');
  if (label) await walk.look(label);
  await hands.fill({ 利用者名: login, パスフレーズ: passphrase });
  await hands.keys('Enter');
  await page.getByRole('button', { name: new RegExp(name) }).waitFor();
}

/** Opens the form of a step. */
async function begin(hands, step) {
  await hands.press(step);
  const form = hands.page.getByRole('form', { name: step });
  await form.waitFor();
  return form;
}

const state = (walk) => walk.page.locator('ol[aria-label=指摘の段階] [aria-current=step]').innerText();

async function reaches(walk, name) {
  await walk.until(`the finding is ${name}`, async () => (await state(walk)).includes(name));
}

/** The finding goes to the department, which objects in part; only the answer to that lets it be confirmed. */
async function faceTheDepartment(walk, hands) {
  const { page } = walk;
  must((await page.getByRole('button', { name: '指摘を確定する' }).count()) === 0, 'nobody has been asked yet');
  const send = await begin(hands, '事実確認を送る');
  await hands.fill({ 回答の期限: 'R8.12.4' }, send);
  await hands.keys('Tab');
  await walk.look('fact-check');
  await hands.press('事実確認を送る', send);
  await reaches(walk, '事実確認中');
  const view = await begin(hands, '課の見解を記録する');
  await view.getByRole('radio', { name: '期限内無回答' }).focus();
  await hands.keys('Space');
  await hands.press('課の見解を記録する', view);
  await hands.sees('回答の期限がまだ過ぎていません', view);
  await view.getByRole('radio', { name: '一部異議' }).focus();
  await hands.keys('Space');
  await hands.fill({ 見解の内容: '鍵は机の上ではなく、引き出しにあった。', 回答者: '総務課長 上田 次郎' }, view);
  await walk.look('fact-check-view');
  await hands.press('課の見解を記録する', view);
  await hands.sees('一部異議', page.locator('header .title'));
  const confirm = await begin(hands, '指摘を確定する');
  await hands.fill({ 監査人の回答: '引き出しには鍵がなく、施錠された場所ではないため、指摘とする。' }, confirm);
  await walk.look('fact-check-reply');
  await hands.press('指摘を確定する', confirm);
  await reaches(walk, '確定');
}

export async function improve(walk, hands) {
  const { page } = walk;
  await faceTheDepartment(walk, hands);
  const order = await begin(hands, '改善を指示する');
  await hands.fill({ 期限: 'R9.1.31' }, order);
  await hands.keys('Tab');
  must((await order.getByLabel(/^指示者/).locator('option:checked').textContent()).startsWith('井上 花子'), 'the CISO orders');
  must((await hands.field('あて先', order).inputValue()) === '総務課長', 'the head of the department receives it');
  await walk.look('order');
  await hands.press('改善を指示する', order);
  await reaches(walk, '指示');

  const plan = await begin(hands, '改善計画を提出する');
  await hands.press('改善計画を提出する', plan);
  await plan.locator('[aria-invalid=true]').first().waitFor();
  await hands.fill({ 原因: '鍵を置く場所が決まっていない。', 是正措置: '鍵箱を設け、施錠する。', 予防措置: '毎月、管理簿を点検する。' }, plan);
  await hands.choose('責任者', '総務係長', plan);
  await hands.choose('申請者', FIRST.name, plan);
  await hands.fill({ 開始日: 'R8.11.24', 期限: 'R9.1.15' }, plan);
  await hands.keys('Tab');
  await walk.look('plan');
  await hands.press('改善計画を提出する', plan);
  await hands.sees('承認待ち');
  await walk.look('plan-waiting');

  await changeUser(walk, hands, SECOND, 'locked');
  await page.getByRole('heading', { level: 1, name: 'サーバ室の鍵の管理が定められていない' }).waitFor();
  const decide = await begin(hands, '改善計画を承認する');
  await walk.look('decide');
  await hands.press('改善計画を承認する', decide);
  await reaches(walk, '是正中');

  await changeUser(walk, hands, FIRST);
  const progress = await begin(hands, '進捗を報告する');
  await hands.fill({ '進捗率(%)': '５０', 実施した内容: '鍵箱を発注した。', 次回報告日: 'R8.12.21' }, progress);
  await hands.keys('Tab');
  await walk.look('progress');
  await hands.press('進捗を報告する', progress);
  await page.getByRole('cell', { name: '50%' }).waitFor();

  const completion = await begin(hands, '完了を報告する');
  await hands.fill({ 実施した内容: '鍵箱を設置し、手順を周知した。' }, completion);
  await hands.press('完了を報告する', completion);
  await completion.getByRole('alert').first().waitFor();
  await walk.look('completion-refused');
  writeFileSync(walk.path('鍵箱の設置.txt'), '鍵箱を設置した。\n');
  await walk.pick(walk.path('鍵箱の設置.txt'));
  await hands.press('ファイルを選ぶ', completion);
  await hands.sees('鍵箱の設置.txt', completion);
  await walk.look('completion');
  await hands.press('完了を報告する', completion);
  await reaches(walk, '完了報告');

  // Who is responsible for the improvement does not judge it.
  must((await page.getByRole('button', { name: '有効と検証する' }).count()) === 0, 'the owner of the plan is offered no verification');
  await hands.sees('有効と検証する', page.locator('.refused'));
  await walk.look('verification-refused');
  await changeUser(walk, hands, SECOND);
  const verify = await begin(hands, '有効と検証する');
  await hands.fill({ 検証の内容: '現物と管理簿を確かめた。' }, verify);
  await walk.look('verification');
  await hands.press('有効と検証する', verify);
  await walk.until('the finding is closed', async () => (await page.locator('header .title').innerText()).includes('クローズ'));
  await walk.look('closed');
  await hands.keys('Escape');
  await hands.at('指摘・改善');
  await walk.settled();
  await walk.look('findings');
}
