// The office makes an edition of its own: a copy, edited item by item, finished, and offered for the next audit.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from '../harness.mjs';

export async function ownEdition(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+7');
  await hands.at('基準・点検表');
  await hands.press('写しを作る');
  await hands.at('写しを作って直す');
  await walk.settled();
  await hands.press('作り始める');
  await hands.sees('入力してください。');
  await hands.field('版の名前').fill('令和9年');
  await hands.keys('Enter');
  await hands.sees('使えない文字があります');
  await walk.look('own-start');
  await hands.field('版の名前').fill('2027-04');
  await hands.keys('Enter');
  await hands.at(/2027-04$/);
  await walk.settled();

  // A question of one's own: what is missing is said under the field, and what was typed stays.
  const items = page.getByRole('grid', { name: '点検項目' });
  await items.focus();
  await hands.keys('ArrowDown', 'n');
  await hands.sees('入力するか、一つ以上選んでください。');
  const question = hands.field('問い(監査)');
  await walk.until('the new question has the focus', () => question.evaluate((field) => field === document.activeElement));
  await hands.type('台帳を毎月確かめている');
  await hands.keys('Tab');
  await hands.sees('設問が「か。」で終わっていません');
  must((await question.inputValue()) === '台帳を毎月確かめている', 'what was typed stays in the field');
  await walk.look('own-mistake');
  await question.fill('台帳を毎月確かめているか。');
  await hands.keys('Tab');
  await page.getByText('設問が「か。」で終わっていません').waitFor({ state: 'detached' });

  // Split one, retire one, take that back and do it again.
  await items.focus();
  await hands.keys('ArrowDown', 's');
  await hands.sees('を分けた項目');
  await items.focus();
  await hands.keys('ArrowDown', 'ArrowDown', 'Delete');
  await hands.sees('この項目は新しい版では尋ねません。');
  await hands.keys('Control+z');
  await page.getByText('この項目は新しい版では尋ねません。').waitFor({ state: 'detached' });
  await items.focus();
  await hands.keys('Delete');
  await hands.sees('この項目は新しい版では尋ねません。');
  await walk.look('own-items');

  await page.getByRole('link', { name: '確認と確定' }).focus();
  await hands.keys('Enter');
  await hands.sees('確定した版は変えられません。');
  await walk.settled();
  await walk.look('own-finish');
  const lacking = page.getByRole('region', { name: '確定の前に直すところ' }).getByRole('link').first();
  if (await lacking.isVisible()) {
    // The retired item was the last of its clause: the reason is asked for where the clause is.
    await lacking.focus();
    await hands.keys('Enter');
    await hands.field('点検項目がない理由').fill('ほかの項目で尋ねる。');
    await hands.keys('Tab');
    await walk.until('nothing is to be put right', async () => (await walk.call('own_pack.list')).length === 1);
    await page.getByRole('link', { name: '確認と確定' }).focus();
    await hands.keys('Enter');
  }
  await hands.press('この内容で確定する');
  await hands.sees('を確定しました');
  await walk.settled();

  // A folder from elsewhere: told where it is wrong, then taken in.
  await page.getByRole('link', { name: '版の一覧' }).focus();
  await hands.keys('Enter');
  await hands.sees('作成中の版はありません。');
  await walk.look('own-editions');
  await hands.press('点検表を取り込む');
  await hands.at('点検表のフォルダを取り込む');
  const folder = walk.path('kanagawa');
  cpSync(join(root, 'checklists', 'kanagawa', '2026-04'), folder, { recursive: true });
  const file = join(folder, 'pack.toml');
  const text = readFileSync(file, 'utf8').replace('"2026-04"', '"2027-01"');
  writeFileSync(file, text.replace('kind = "policy"', 'kind = "polici"'));
  await walk.pick(folder);
  await hands.press('フォルダを選ぶ');
  await hands.sees('「policy」の書き誤りではありませんか。');
  await walk.look('own-import-wrong');
  writeFileSync(file, text);
  await hands.press('読み直す');
  await hands.sees('誤りはありません');
  await walk.look('own-import');
  await hands.press('取り込む');
  await hands.sees('を取り込みました');

  // Both are offered where an audit is planned.
  await hands.keys('Alt+2');
  await hands.at('監査');
  const packs = await walk.call('pack.list');
  const origins = packs.filter((row) => row.edition.startsWith('2027')).map((row) => row.origin).sort();
  must(origins.join() === 'imported,own', `both editions are there: ${origins}`);
}
