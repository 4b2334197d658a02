// The checklist that the office has kept in a workbook: dropped where answers come back, led to an edition of one's own,
// looked at row by row, corrected, confirmed, undone, and taken again.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';
import { book } from '../workbook.mjs';

const NEW = '窓口の端末をワイヤーで固定しているか。';

export default async function ownTable(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const packs = await walk.call('pack.list');
  const base = packs.find((one) => one.pack === 'hyogo');
  const { pack } = await walk.call('pack.get', { hash: base.hash });
  const known = pack.items.find((item) => item.clause === '6.4.2') ?? pack.items[0];
  const file = walk.path('令和7年度 情報セキュリティ点検表.xlsx');
  writeFileSync(file, book({
    点検表: [
      ['様式第4号'],
      ['令和7年度 情報セキュリティ点検表'],
      [],
      ['No.', '根拠条項', '点検項目', '対象者', '重要度', '確認資料', '判定', '留意事項'],
      ['第6条 物理的セキュリティ'],
      ['1', '６．４．２', NEW, '監査、職員', '高', '情報資産台帳', '○', '昨年の指摘'],
      ['2', '第6条第4項第2号', '離席時に画面をロックしていますか', '', '', '', '×', ''],
      ['3', known.clause, known.question, '', '', '', '○', ''],
      ['4', '別表第2', '庁舎外に持ち出す帳票を施錠できるかばんに入れているか。', '', '', '', '○', ''],
      ['5', '6.4.2', '記録媒体を施錠して保管していること。', '係長', '', '保管簿', '△', ''],
      ['6', '6.4.2', '研修の実施状況', '', '', '', '○', ''],
      ['※ 判定は○×で記入してください。'],
    ],
  }));
  // Nothing is kept yet.
  await hands.command('返送された票の取り込み');
  await hands.at('返送された票の取り込み');
  await hands.keys('y');
  await hands.sees('覚えた読み方はありません');
  await walk.settled();
  await walk.look('kept-none');
  await hands.keys('y');
  await walk.drop(file);
  const card = page.getByRole('region', { name: '令和7年度 情報セキュリティ点検表.xlsx' });
  await card.waitFor();
  await hands.press('質問を自庁の版に取り込む', card);
  await hands.at('表から質問を取り込む');
  await hands.sees('作成中の版はありません。');
  await walk.settled();
  await walk.look('which');
  await hands.choose('手本にする基準', base.title);
  await hands.press('写しを作る');
  await hands.at('写しを作って直す');
  await hands.field('版の名前').fill('2027-04');
  await walk.settled();
  await walk.look('start');
  await hands.press('作り始める');
  await hands.at('表から質問を取り込む');
  await card.waitFor();
  await hands.sees('新しい項目', card);
  await walk.settled();
  await walk.look('preview');
  const [own] = await walk.call('own_pack.list');
  must(own.added === 0, 'nothing is written before it is confirmed');

  // What is read is shown on the sheet, and kept under a name.
  await hands.press('読み方', card);
  await card.getByRole('region', { name: 'シートの内容' }).waitFor();
  await hands.fill({ 読み方の名前: '昨年までの点検表' }, card);
  await walk.settled();
  await walk.look('layout');
  await hands.press('読み方を残す', card);
  await hands.sees('読み方「昨年までの点検表」を残しました');
  await hands.press('読み方', card);

  // A clause that nobody knows is chosen; requirements are turned; a row is left by key.
  await card.getByLabel('「別表第2」の条項').selectOption('6.4.2');
  await walk.quiet();
  await card.getByLabel(/にする（問いの形でない行/).check();
  await walk.quiet();
  await hands.sees('記録媒体を施錠して保管しているか。', card);
  const rows = card.getByRole('grid', { name: '行ごとの結果' });
  await rows.getByText('研修の実施状況').click();
  await hands.sees('設問が「か。」で終わっていません', card);
  await walk.settled();
  await walk.look('row');
  await hands.keys('x');
  await hands.sees('取り込まない', rows);
  await card.getByRole('button', { name: 'この内容で確定する（4 件）' }).focus();
  await hands.keys('Enter');
  await hands.sees('質問 4 件を取り込みました');
  await hands.at(/2027-04$/);
  await walk.settled();
  await walk.look('taken');
  const items = async () => (await walk.call('own_pack.get', { id: own.id })).row.added;
  must((await items()) === 4, 'all of them are there');
  await hands.keys('Control+z');
  await walk.until('one step back takes all of it back', async () => (await items()) === 0);
  await hands.keys('Control+Shift+z');
  await walk.until('and forward again', async () => (await items()) === 4);

  // The same table again proposes to skip what is there.
  await hands.keys('i');
  await hands.at('表から質問を取り込む');
  await walk.settled();
  await walk.look('empty');
  await walk.drop(file);
  await card.waitFor();
  await hands.sees('読み方「昨年までの点検表」', card);
  await hands.sees('前に取り込んだファイルと同じです', card);
  await walk.settled();
  await walk.look('again');

  // What is kept can be renamed, forgotten, and brought back.
  await hands.command('返送された票の取り込み');
  await hands.at('返送された票の取り込み');
  await hands.keys('y');
  const kept = page.getByRole('region', { name: '覚えた読み方' });
  await kept.getByLabel('読み方の名前').fill('点検表の様式');
  await hands.keys('Enter');
  await walk.until('it has its new name', async () => (await walk.call('import.kept'))[0].name === '点検表の様式');
  await walk.settled();
  await walk.look('kept');
  await hands.press('読み方「点検表の様式」を削除', kept);
  await hands.sees('覚えた読み方はありません', kept);
  await hands.keys('Control+z');
  await kept.getByLabel('読み方の名前').waitFor();
}
