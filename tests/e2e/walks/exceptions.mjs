// Exceptions by keyboard: an application drafted from an item, refused where it overlaps, judged, permitted with
// conditions and shown beside the item; an emergency reported; a proposal from an exception, decided; the papers.
import { readdirSync, readFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

export default async function exceptions(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await hands.sees('緊急の例外措置の事後報告');
  await hands.sees('例外措置の終了・延長');

  const go = (hash) => page.evaluate((to) => (location.hash = to), hash);
  const audits = await walk.call('engagement.list', { kind: 'audit', fiscal_year: 2026 });
  const audit = await walk.call('engagement.get', { id: audits[0].id });
  const target = audit.targets.find((one) => one.name === '総務課').id;
  const item = 'hyogo:6.4.2ア-1';
  await go(`#/audits/${audit.id}/${target}?item=${item}`);
  await page.getByRole('button', { name: 'この項目のほかの操作' }).waitFor();
  const id = await fromItem(walk, hands, item);
  await permit(walk, hands, id);
  const beside = async () => (await walk.call('grid.get', { target })).rows.filter((row) => row.exceptions.length > 0);
  must((await beside()).some((row) => row.item === item), 'the item shows the exception beside its verdict');
  await go(`#/audits/${audit.id}/${target}?item=${item}`);
  await page.getByRole('region', { name: 'この項目には例外措置があります' }).waitFor();
  await walk.look('beside-item');
  await emergency(walk, hands);
  await proposal(walk, hands, id);
  await papers(walk, hands);
}

async function fromItem(walk, hands, item) {
  const { page } = walk;
  await hands.press('この項目のほかの操作');
  await page.getByRole('button', { name: '例外措置の申請を起案する' }).focus();
  await hands.keys('Enter');
  await page.getByRole('heading', { level: 1, name: '案（未申請）' }).waitFor();
  await walk.settled();
  await walk.look('draft');
  const id = new URL(page.url()).hash.split('/').at(-1);
  must((await walk.call('exception.get', { id })).points[0].item === item, 'the item is filled in');
  await hands.fill({ 件名: '総務課の端末1台での一要素のログイン' });
  await hands.keys('Enter');
  await hands.choose('申請者', '総務課長');
  const search = page.getByRole('combobox', { name: '条項・項目を加える' });
  await search.fill('６．４．３');
  await page.getByRole('listbox', { name: '対象の条項・項目' }).getByRole('option').first().waitFor();
  await walk.look('search');
  await hands.keys('ArrowDown', 'Enter');
  await walk.until('the second point is stored', async () => (await walk.call('exception.get', { id })).points.length === 2);
  for (const [label, text] of [
    ['合理的な理由', '読取装置の納品が遅れているため。'],
    ['影響・リスク', 'パスワードだけで入られるおそれがある。'],
    ['代替措置', '執務時間外は施錠した棚に置く。'],
    ['対象の情報資産', '総務課の端末1台'],
  ]) {
    await hands.field(label).fill(text);
    await hands.keys('Tab');
  }
  await hands.choose('資産の分類', '機密性2');
  await hands.field('開始日').fill('R8.11.21');
  await hands.keys('Enter');
  await hands.field('期限').fill('R8.11.1');
  await hands.keys('Enter');
  await hands.sees('終わりの日が始まりの日より前です');
  await walk.look('refused-at-field');
  await hands.field('期限').fill('R9.1.31');
  await hands.keys('Enter');
  await walk.until('it is complete', async () => (await walk.call('exception.get', { id })).missing.length === 0);
  return id;
}

async function permit(walk, hands, id) {
  const { page } = walk;
  const state = async () => (await walk.call('exception.get', { id })).row.state;
  await page.locator('h1').click();
  await hands.keys('Control+Enter');
  await hands.field('申請日').waitFor();
  await hands.press('申請する', page.getByRole('form', { name: '申請する' }));
  await walk.until('it is handed in', async () => (await state()) === 'submitted');
  await hands.sees('審査待ち');
  await walk.look('submitted');
  await hands.press('軽微かどうかを判定する');
  await hands.press('軽微かどうかを判定する', page.getByRole('form'));
  await walk.until('it is judged', async () => (await walk.call('exception.get', { id })).judgements.length === 1);
  await hands.press('条件付きで許可する');
  const form = page.getByRole('form', { name: '条件付きで許可する' });
  await hands.press('条件付きで許可する', form);
  await hands.sees('入力してください', form);
  await walk.look('decision-refused');
  await hands.choose('許可者', '事務局次長', form);
  await hands.fill({ 審査意見: 'やむを得ない。', 条件: '納品され次第、終了を報告すること。' }, form);
  await hands.press('条件付きで許可する', form);
  await walk.until('it is permitted', async () => (await state()) === 'permitted');
  const detail = await walk.call('exception.get', { id });
  must(detail.decisions[0].result === 'conditional' && detail.row.minor === true, 'judged minor and permitted by who judged');
  await walk.look('permitted');
}

async function emergency(walk, hands) {
  const { page } = walk;
  await hands.command('例外・見直し');
  await hands.at('例外・見直し');
  await walk.settled();
  await walk.look('list');
  const list = await walk.call('exception.list', {});
  const open = list.find((row) => row.standing === 'unreported');
  await page.getByRole('link', { name: open.number }).focus();
  await hands.keys('Enter');
  await page.getByRole('heading', { level: 1, name: open.title }).waitFor();
  await page.locator('h1').click();
  await hands.keys('Control+Enter');
  const form = page.getByRole('form', { name: '事後報告を記録する' });
  await hands.fill({ 報告の内容: '停電の間の運用を報告した。' }, form);
  await hands.press('事後報告を記録する', form);
  await walk.until('it is reported', async () => (await walk.call('exception.get', { id: open.id })).row.standing === 'reported');
  await walk.look('reported');
}

async function proposal(walk, hands, exception) {
  const { page } = walk;
  await page.evaluate((id) => (location.hash = `#/exceptions/${id}`), exception);
  await page.getByRole('heading', { level: 1, name: '総務課の端末1台での一要素のログイン' }).waitFor();
  await page.locator('h1').click();
  await hands.keys('p');
  await page.getByRole('heading', { name: '提案の内容' }).waitFor();
  const id = new URL(page.url()).hash.split('/').at(-1);
  for (const [label, text] of [
    ['改正案の文言', 'ログインでは、二つ以上の認証情報を求めなければならない。'],
    ['現行の文言', 'ログインでは、二つ以上の認証情報を求めるよう努めなければならない。'],
    ['改正の理由', '対応していない端末がなくなるため。'],
  ]) {
    await hands.field(label).fill(text);
    await hands.keys('Control+Enter');
  }
  await walk.until('it is complete', async () => (await walk.call('proposal.get', { id })).missing.length === 0);
  await page.getByRole('cell').locator('u').first().waitFor();
  await walk.look('proposal');
  await page.locator('h1').click();
  await hands.keys('Control+Enter');
  await hands.press('提出する', page.getByRole('form', { name: '提出する' }));
  await walk.until('it is put forward', async () => (await walk.call('proposal.get', { id })).row.state === 'submitted');
  await hands.press('保留とする');
  const form = page.getByRole('form', { name: '保留とする' });
  await hands.fill({ 決定の理由: '次の改正に合わせる。' }, form);
  await hands.press('保留とする', form);
  await walk.until('it is put off', async () => (await walk.call('proposal.get', { id })).row.state === 'held');
  await walk.look('proposal-held');
}

async function papers(walk, hands) {
  const { page } = walk;
  await page.evaluate(() => (location.hash = '#/exceptions/proposals'));
  await page.getByRole('grid', { name: '見直し' }).waitFor();
  await walk.settled();
  await walk.look('proposals');
  for (const [key, file] of [
    ['c', '新旧対照表.pdf'],
    ['e', '提案一覧.pdf'],
  ]) {
    await page.locator('h1').click();
    await hands.keys(key);
    await hands.field('相手先').waitFor();
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog')).first();
    const fields = dialog.getByRole('textbox');
    await fields.nth(0).fill('情報セキュリティ最高責任者');
    await fields.nth(1).fill('対策基準 11.3');
    await walk.pick(walk.path(file));
    await hands.press('保存先を選ぶ', dialog);
    await walk.until(`${file} is written`, async () => readdirSync(walk.dir).some((name) => name.includes(file)));
  }
  const written = readdirSync(walk.dir).filter((name) => name.endsWith('.pdf'));
  must(written.length === 2, `both papers left, labelled: ${written}`);
  for (const name of written) must(readFileSync(walk.path(name)).subarray(0, 4).toString() === '%PDF', `${name} is a PDF`);
  const kinds = (await walk.call('release.list', {})).map((row) => row.kind);
  must(kinds.includes('proposal-comparison-pdf') && kinds.includes('proposal-list-pdf'), 'both stand in the register');
}
