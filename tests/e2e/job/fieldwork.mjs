// Planning a self-inspection and an audit, answering by keyboard, evidence, and the finding that comes of it.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { SECOND } from './begin.mjs';

/** A photo of one red dot: enough to be an image. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

export async function planSelfCheck(walk, hands) {
  const { page } = walk;
  await hands.command('自己点検を計画する');
  await hands.at('自己点検を計画する');
  await hands.choose('基準', '兵庫県後期高齢者医療広域連合');
  await hands.fill({ 提出期限: 'R8.12.11' });
  await hands.keys('Tab');
  await hands.tick('総務課');
  await hands.tick('企画課');
  await walk.look('plan-self-check');
  await hands.press('作成する');
  await hands.at('令和8年度 情報セキュリティ自己点検');
  await hands.press('点検票を配布する');
  await page.getByText('対象の 2 課に').waitFor();
  await hands.press('点検票を配布する', page.getByRole('form', { name: '点検票を配布する' }));
  await hands.sees('点検票の配布を記録しました');
  await walk.look('self-check');

  await page.getByRole('link', { name: '企画課' }).focus();
  await hands.keys('Enter');
  await hands.at('企画課');
  await page.getByRole('grid', { name: '点検項目' }).waitFor();
  await hands.keys('1', '2', '3', '4', '5');
  await stored(walk, 'yes partly no not_applicable unknown', (row) => row.self_answer?.answer);
  await walk.look('self-check-grid');
}

export async function planAudit(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+2');
  await hands.at('監査');
  await hands.press('監査を計画する');
  await hands.at('監査を計画する');
  await hands.press('作成する');
  await page.locator('[aria-invalid=true], fieldset.bad').first().waitFor();
  await walk.look('plan-audit-refused');
  await hands.fill({ 開始日: 'R8.11.21', 終了日: '12/20' });
  await hands.keys('Tab');
  await hands.tick('総務課');
  await hands.choose('主任監査人', SECOND.name);
  await hands.tick(SECOND.name);
  await hands.fill({ 目的: '入退室と持ち出しの管理を確かめる。' });
  await walk.look('plan-audit');
  await hands.press('作成する');
  await hands.at('令和8年度 情報セキュリティ監査');
  await hands.press('監査を開始する');
  await hands.field('報告した日').waitFor();
  await walk.look('start-audit');
  await hands.press('監査を開始する', page.getByRole('form', { name: '監査を開始する' }));
  await hands.sees('監査を開始しました');
  await walk.look('audit');
}

/** What is stored of the department that is open in the grid. */
export async function answersOf(walk) {
  const target = new URL(walk.page.url()).hash.split('?')[0].split('/')[3];
  return walk.call('grid.get', { target });
}

/** The first rows hold these answers, once all of them have reached the disk. */
async function stored(walk, wanted, of) {
  const count = wanted.split(' ').length;
  await walk.until(`the answers are ${wanted}`, async () => {
    const { rows } = await answersOf(walk);
    return rows.slice(0, count).map(of).join(' ') === wanted;
  });
}

export async function answerItems(walk, hands) {
  const { page } = walk;
  await page.getByRole('link', { name: '総務課' }).focus();
  await hands.keys('Enter');
  await hands.at('総務課');
  const rows = page.getByRole('grid', { name: '点検項目' });
  await rows.waitFor();
  must(await rows.evaluate((one) => one === document.activeElement), 'one can answer at once');
  await walk.look('grid-new');

  await hands.keys('1', '2', '3', '4');
  await hands.keys('Shift+ArrowDown', 'Shift+ArrowDown', '1');
  await hands.sees('3 件を「適合」にしました');
  const wanted = 'conforming partial nonconforming not_applicable conforming conforming conforming unverified';
  await stored(walk, wanted, (row) => row.answer?.verdict ?? 'unverified');
  await walk.look('grid-answered');

  // The third item is the one that fails: its note is typed with an input method.
  await hands.keys('Home', 'ArrowDown', 'ArrowDown', 'Enter');
  const note = hands.field('所見');
  must(await note.evaluate((one) => one === document.activeElement), 'Enter leads into the note');
  await hands.compose('鍵が机の上に');
  await hands.compose('置かれていた。');
  must((await note.inputValue()) === '鍵が机の上に置かれていた。', 'a composition ends in the note, without a line break');
  await hands.keys('Escape');
  await walk.until('the note is stored', async () => (await answersOf(walk)).rows[2].answer?.note === '鍵が机の上に置かれていた。');
  await page.getByRole('grid', { name: '点検項目' }).focus();
  const at = await cursor(page);

  // A key that a composition swallows answers nothing.
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: '1', code: 'Digit1', windowsVirtualKeyCode: 229 });
  await session.detach();
  must((await cursor(page)) === at, 'a key of a composition moves nothing');
}

const cursor = (page) => page.getByRole('grid', { name: '点検項目' }).getAttribute('aria-activedescendant');

export async function attachEvidence(walk, hands) {
  const { page } = walk;
  writeFileSync(walk.path('鍵の写真.png'), PHOTO);
  writeFileSync(walk.path('聞き取りメモ.txt'), '総務課 11月21日 鍵の置き場所は決まっていない。\n');
  await hands.keys('e');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).waitFor();
  await walk.look('attach-file');
  await walk.pick(walk.path('鍵の写真.png'));
  await hands.keys('Enter');
  // An image is looked at before it is stored.
  await page.getByRole('region', { name: '証拠にする前の確認' }).waitFor();
  await walk.look('attach-tray');
  await hands.press('1 件を証拠にする');
  await page.getByRole('button', { name: '鍵の写真.png' }).first().waitFor();
  await walk.drop(walk.path('聞き取りメモ.txt'));
  await page.getByRole('button', { name: '聞き取りメモ.txt' }).first().waitFor();

  await hands.keys('Shift+E');
  await hands.field('保管場所').waitFor();
  await hands.press('記録する');
  await page.locator('.attach [aria-invalid=true]').first().waitFor();
  await hands.fill({ 名称: '鍵管理簿', 保管場所: '総務課 書棚3', 入手元: '総務課' });
  await walk.look('attach-paper');
  await hands.press('記録する');
  await page.getByRole('button', { name: '鍵管理簿' }).first().waitFor();
  await walk.look('evidence');

  for (const [name, shown] of [
    ['鍵の写真.png', 'img'],
    ['聞き取りメモ.txt', 'pre'],
    ['鍵管理簿', '.pane'],
  ]) {
    await page.getByRole('button', { name }).first().focus();
    await hands.keys('Enter');
    const viewer = page.getByRole('region', { name: `「${name}」を見る` });
    await viewer.locator(shown).waitFor();
    if (shown === 'img') {
      await walk.until('the picture is drawn', () => viewer.locator('img').evaluate((one) => one.complete && one.naturalWidth > 0));
    }
    await walk.look(`viewer-${shown.replace('.', '')}`);
    await hands.keys('Escape');
    await page.getByRole('grid', { name: '点検項目' }).waitFor();
  }
}

export async function makeFinding(walk, hands) {
  const { page } = walk;
  await page.getByRole('grid', { name: '点検項目' }).focus();
  await hands.keys('f');
  await hands.sees('令和8年度-001');
  must((await hands.field('事実').inputValue()) === '鍵が机の上に置かれていた。', 'the note becomes the fact');
  const title = hands.field('件名');
  await title.fill('サーバ室の鍵の管理が定められていない');
  await hands.keys('Enter');
  await hands.fill({ 改善提言: '鍵の保管場所と貸出しの手順を定め、管理簿に記録すること。' });
  await hands.keys('Escape');
  await page.getByRole('heading', { level: 1, name: 'サーバ室の鍵の管理が定められていない' }).waitFor();
  await walk.look('finding-draft');
}
