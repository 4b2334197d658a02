// The self-inspection of a year by keyboard: planned on one screen, handed out, confirmed, counted, totalled, written out.
import { mkdirSync, readdirSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

export default async function selfInspection(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await walk.settled();

  const id = await plan(walk, hands);
  await follow(walk, hands, id);
  await remind(walk, hands, id);
  await count(walk, hands, id);
  await total(walk, hands, id);
}

async function plan(walk, hands) {
  const { page } = walk;
  await hands.command('年度の自己点検を計画する');
  await hands.at('年度の自己点検を計画する');
  await hands.press('計画を作成する');
  await page.locator('[aria-invalid=true], .list.bad').first().waitFor();
  await walk.look('plan-refused');
  await hands.fill({ 件名: '令和8年度 第2回自己点検', 提出期限: 'R8.12.11' });
  await hands.keys('Tab');
  await hands.tick('自己点検票(職員)');
  await hands.tick('総務課');
  await hands.tick('会計課');
  await walk.look('plan');
  await hands.press('計画を作成する');
  await hands.at('令和8年度 第2回自己点検');
  const [made] = await walk.call('campaign.list', { fiscal_year: 2026 });
  const detail = await walk.call('campaign.get', { id: made.id });
  must(detail.sheets.length === 4, `two forms for two departments make four sheets, not ${detail.sheets.length}`);
  return made.id;
}

const sheetsOf = async (walk, id) => (await walk.call('campaign.get', { id })).sheets;
const statuses = async (walk, id) => (await sheetsOf(walk, id)).map((sheet) => sheet.status).join(' ');

/** The first sheet goes all its way by keys; the others are handed out at once. */
async function follow(walk, hands, id) {
  const { page } = walk;
  await hands.press('未配布をすべて配布済にする');
  await walk.until('all are handed out', async () => (await statuses(walk, id)) === 'sent sent sent sent');
  const rows = page.getByRole('grid', { name: '提出状況' });
  await rows.focus();
  await hands.keys('ArrowDown', 'Home');
  await page.getByRole('region', { name: '総務課' }).getByRole('button', { name: '提出を受けた' }).waitFor();
  await hands.keys('s');
  await walk.until('it came back', async () => (await sheetsOf(walk, id))[0].status === 'submitted');
  await page.getByText('所属長の確認がまだです').waitFor();
  await hands.keys('h');
  await walk.until('the head is known', async () => (await sheetsOf(walk, id))[0].head_name === '高橋 誠');
  await page.getByRole('region', { name: '総務課' }).getByRole('button', { name: '確認した' }).waitFor();
  await hands.keys('c');
  await walk.until('it is confirmed', async () => (await sheetsOf(walk, id))[0].status === 'confirmed');
  await walk.look('status');
  await hands.press('差し戻す');
  const form = page.getByRole('form', { name: '差し戻す' });
  await hands.fill({ 差戻しの理由: '設問3の根拠を書いてください。' }, form);
  await hands.press('差し戻す', form);
  await walk.until('it is sent back', async () => (await sheetsOf(walk, id))[0].status === 'sent_back');
  await walk.look('sent-back');
  await page.locator('main').focus();
  await hands.keys('Control+z');
  await walk.until('that is undone', async () => (await sheetsOf(walk, id))[0].status === 'confirmed');
}

/** Letters to those whose sheets are awaited, one for each department; whoever gets one stands as reminded. */
async function remind(walk, hands, id) {
  const { page } = walk;
  await page.evaluate((hash) => (location.hash = hash), `#/self-checks/campaigns/${id}/reminders`);
  await page.getByRole('row', { name: /会計課/ }).first().waitFor();
  await hands.keys('l');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await hands.fill({ 新しい提出期限: 'R8.12.18', 提供の根拠: '自己点検実施要領' }, dialog);
  await dialog.getByRole('radio', { name: /督促メール/ }).check();
  await dialog.getByText('令和8年12月18日(金)までに提出してください').first().waitFor();
  await walk.look('reminder-mail');
  await dialog.getByRole('radio', { name: /督促状/ }).check();
  await walk.look('reminder-letters');
  const folder = walk.path('督促');
  mkdirSync(folder);
  await walk.pick(folder);
  await hands.press('保存先を選ぶ', dialog);
  await dialog.waitFor({ state: 'detached', timeout: 30_000 });
  const written = readdirSync(folder);
  must(written.length === 2 && written.every((name) => name.includes('督促状')), `a letter for each of the two: ${written}`);
  const reminded = (await sheetsOf(walk, id)).filter((sheet) => sheet.reminded_on === '2026-11-21').length;
  must(reminded === 3, `three sheets were awaited, ${reminded} stand as reminded`);
  await walk.look('reminded');
}

/** Five numbers a row: Enter moves on, too many are refused at their cell, and what was typed stays. */
async function count(walk, hands, id) {
  const { page } = walk;
  const staff = (await sheetsOf(walk, id)).find((sheet) => sheet.form === 'self:staff' && sheet.name === '会計課');
  await page.evaluate((hash) => (location.hash = hash), `#/self-checks/campaigns/${id}/counts/${staff.target}`);
  await hands.fill({ 職員への配布数: '６' });
  await hands.keys('Tab');
  await hands.fill({ 職員からの提出数: '6' });
  await hands.keys('Tab');
  const counted = async (n) => (await walk.call('staff_count.get', { target: staff.target })).items[n].counts;
  await walk.until('the numbers are stored', async () => (await walk.call('staff_count.get', { target: staff.target })).came_back === 6);
  await walk.settled();
  const cell = (name) => page.getByRole('textbox', { name, exact: true });
  await cell('1 はい').focus();
  for (const number of ['4', '1', '1', '', '']) {
    if (number) await hands.type(number);
    await hands.keys('Enter');
  }
  await walk.until('the first row is stored', async () => JSON.stringify(await counted(0)) === '[4,1,1,0,0]');
  await hands.type('7');
  await hands.keys('ArrowDown');
  await page.getByText('合計が7人になり').waitFor();
  must((await cell('2 はい').inputValue()) === '7', 'what was refused stays in its cell');
  must((await counted(1)) === null, 'and is not stored');
  await walk.look('counting');
  await hands.keys('ArrowUp');
  await hands.type('6');
  await hands.keys('ArrowDown');
  await walk.until('the second row is stored', async () => JSON.stringify(await counted(1)) === '[6,0,0,0,0]');
}

async function total(walk, hands, id) {
  const { page } = walk;
  await page.evaluate((hash) => (location.hash = hash), `#/self-checks/campaigns/${id}/totals?form=self%3Astaff`);
  await page.getByRole('row', { name: /会計課（6人）/ }).waitFor();
  await walk.look('totals');
  const folder = walk.path('集計');
  mkdirSync(folder);
  await hands.command('集計表を出力');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await hands.fill({ 提供の根拠: '自己点検実施要領' }, dialog);
  await walk.pick(folder);
  await hands.press('保存先を選ぶ', dialog);
  await dialog.waitFor({ state: 'detached', timeout: 30_000 });
  await hands.command('点検票をまとめて出力');
  await dialog.waitFor();
  await walk.look('export-sheets');
  await hands.fill({ 提供の根拠: '自己点検実施要領' }, dialog);
  await walk.pick(folder);
  await hands.press('保存先を選ぶ', dialog);
  await dialog.waitFor({ state: 'detached', timeout: 30_000 });
  const written = readdirSync(folder);
  must(written.length === 5, `the totals and four sheets: ${written}`);
  must(written.every((name) => name.startsWith('【機密性1】')), `each carries its class: ${written}`);
}
