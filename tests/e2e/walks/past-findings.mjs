// The findings of last year, kept in Excel until now: dropped where returns come back, read as findings, asked about,
// taken in, found among what is late, and taken back by one step.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';
import { book } from '../workbook.mjs';

const ROWS = [
  ['令和６年度　情報セキュリティ監査　指摘事項・改善計画一覧'],
  [],
  ['指摘番号', '所管課', '区分', '件名', '指摘事項', '改善計画', '担当', '期限', '進捗状況', '完了日', '検証結果'],
  ['R6-1', '総務課', '重大', '鍵の管理簿がない', '書庫の鍵の管理簿が作られていない。', '管理簿を作る。', '庶務係長', '令和7年6月30日', '対応中', '', ''],
  ['R6-2', '総務課', '軽微な不適合', '離席時の画面', '離席時に画面が開いたままだった。', '', '', 'R7.3', '未着手', '', ''],
  ['R6-3', '総務部総務課', '不適合', '持ち出しの記録', '持ち出しの記録がない。', '', '', '年度内', '検討中', '', ''],
  ['R6-4', '総務課', '軽微', 'ログの保存', '保存期間が短い。', '延ばす。', '', 'R7.3.31', '完了', 'R7.3.1', '有効'],
  ['※ 番号は報告書による'],
];

export default async function pastFindings(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const all = () => walk.call('finding.list', { fiscal_year: 2024, open: false });
  must((await all()).every((one) => !one.number.startsWith('R6-')), 'none of them is there yet');

  await hands.command('過年度の指摘を表から取り込む');
  await hands.at('過年度の指摘を取り込む');
  await hands.sees('過年度の指摘一覧を選んでください');
  await walk.settled();
  await walk.look('empty');

  // Dropped where returns come back, it says what it is.
  const file = walk.path('指摘一覧（令和6年度）.xlsx');
  writeFileSync(file, book({ 指摘一覧: ROWS }));
  await hands.command('返送された票の取り込み');
  await hands.at('返送された票の取り込み');
  await walk.drop(file);
  await hands.sees('指摘・改善計画の一覧のようです');
  await walk.settled();
  await walk.look('looks-like');
  await hands.press('過年度の指摘として読む');
  await hands.at('過年度の指摘を取り込む');
  const asked = page.getByRole('region', { name: '確かめること' });
  await asked.waitFor();
  await walk.settled();
  await walk.look('asked');
  await hands.press('読み方');
  await page.getByRole('region', { name: 'シートの内容' }).waitFor();
  await walk.settled();
  await walk.look('layout');
  await hands.press('読み方');

  // What is not clear is decided once; what is likely at one stroke.
  await hands.press('推定どおりにする', asked);
  await walk.quiet();
  await hands.fill({ '年度内 の日付': '令和7年3月31日' }, asked);
  await hands.keys('Tab');
  await page.getByRole('button', { name: '4 件を確定する' }).waitFor();
  await walk.settled();
  await walk.look('decided');
  const rows = page.getByRole('region', { name: '取り込む指摘' }).first();
  await rows.scrollIntoViewIfNeeded();
  await walk.settled();
  await walk.look('rows');
  await hands.press('4 件を確定する');
  await hands.at('指摘・改善');
  await hands.sees('過年度の指摘 4 件を取り込みました');
  const state = async (number) => (await all()).find((one) => one.number === number)?.state;
  must((await state('R6-1')) === 'correcting' && (await state('R6-4')) === 'closed', 'they stand where the table proves it');

  // What is late is found there.
  const go = (hash) => page.evaluate((to) => (location.hash = to), hash);
  await go('#/findings/due');
  await hands.press('一覧');
  await hands.sees('R6-1');
  await walk.settled();
  await walk.look('late');
  const first = (await all()).find((one) => one.number === 'R6-1');
  await go(`#/findings/${first.id}`);
  await hands.sees('指摘一覧（令和6年度）.xlsx');
  await walk.settled();
  await walk.look('finding');

  // One step back takes all of it back.
  await hands.keys('Control+z');
  await walk.until('nothing is left of it', async () => (await state('R6-1')) === undefined);
}
