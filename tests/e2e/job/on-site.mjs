// The hour on site: notes first and verdicts when one is ready, a room without laptop or camera, the evening.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** What the story is about: the audit of the demo, and the department that is visited. */
export async function visited(walk) {
  const audits = await walk.call('engagement.list', { kind: 'audit', fiscal_year: 2026 });
  const audit = await walk.call('engagement.get', { id: audits[0].id });
  const target = audit.targets.find((one) => one.name === '給付課');
  return { audit, target: target.id };
}
const rowsOf = async (walk, target) => (await walk.call('grid.get', { target })).rows;
const openRows = async (walk, target) =>
  (await rowsOf(walk, target)).filter((row) => row.exclusion === null && (row.answer?.verdict ?? 'unverified') === 'unverified');

/** Opens a part of the audit from the list of audits. */
export async function openPart(walk, hands, title, part) {
  const { page } = walk;
  await hands.keys('Alt+2');
  await hands.at('監査');
  await page.getByRole('link', { name: title }).first().focus();
  await hands.keys('Enter');
  await hands.at(title);
  await page.getByRole('navigation', { name: '監査・自己点検の各部' }).getByRole('link', { name: part }).focus();
  await hands.keys('Enter');
  await page.locator('[aria-current=page]').filter({ hasText: part }).waitFor();
  await walk.settled();
}

/** A new record of this kind, with what is known of it. */
async function begin(walk, hands, kind, texts) {
  await hands.keys('Shift+N');
  await hands.field('件名').waitFor();
  await walk.until('the title has the focus', () => hands.field('件名').evaluate((one) => one === document.activeElement));
  await hands.choose('対象', '給付課');
  await hands.choose('種類', kind);
  for (const [label, text] of Object.entries(texts)) {
    await hands.field(label).fill(text);
    await hands.keys('Tab');
  }
}

/** The meeting: questions out of order, and one answer that settles seven items of three chapters. */
export async function meeting(walk, hands, { target }) {
  const { page } = walk;
  const open = await openRows(walk, target);
  const chapters = new Map();
  for (const row of open) {
    const chapter = row.clause.split('.')[0];
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), row]);
  }
  const [first, second, third] = [...chapters.values()].sort((a, b) => b.length - a.length);
  const seven = [first[2], third[0], second[1], first[0], second[0], first[1], first[3]];
  must(new Set(seven.map((row) => row.clause.split('.')[0])).size === 3, 'the seven items are of three chapters');

  await begin(walk, hands, '面談', { 件名: '給付課長との面談', 場所: '第3会議室', 開始時刻: '9時半', 出席者: '給付課長 渡辺 由美\n係長 伊藤' });
  await hands.keys('Escape', 'F9');
  await hands.sees('判定、所見、指摘、昨年度の結果、自己点検の回答を隠しています。');
  await hands.keys('n');
  const field = page.getByRole('textbox', { name: '新しいメモ' });
  must(await field.evaluate((one) => one === document.activeElement), 'one can write at once');
  await hands.compose('委託先の担当者は');
  await hands.type('月に一度来る。');
  await hands.keys('Enter');
  await hands.type(`職員への周知は毎月の朝礼で行い、記録を残している。 #${seven[0].number} #${seven[1].number}`);
  await hands.keys('Enter');
  await hands.type('台帳の見直しは年度の初め。');
  await hands.keys('Enter');
  await walk.until('three notes are stored', async () => (await page.locator('li[id^=note-]').count()) === 3);
  must((await field.inputValue()) === '', 'the next note begins empty');
  const written = await page.locator('li[id^=note-] textarea').evaluateAll((areas) => areas.map((area) => area.value.slice(0, 3)));
  must(written.join() === '委託先,職員へ,台帳の', `notes stand in the order in which they were written: ${written}`);
  must((await page.getByRole('button', { name: '適合' }).count()) === 0, 'nothing can be judged in front of others');
  await walk.look('notes-facing');
  await hands.keys('Escape');
  await hands.keys('F9');
  await page.getByRole('status').filter({ hasText: '対面モード' }).waitFor({ state: 'detached' });

  // The second note belongs to five more items: four by number, one by its words.
  const note = page.locator('li[id^=note-]').filter({ hasText: String(seven[0].number) }).first();
  const link = note.getByRole('combobox', { name: '項目を結び付ける' });
  await link.focus();
  await hands.type(seven.slice(2, 6).map((row) => row.number).join(','));
  await hands.keys('Enter');
  await walk.until('six items are linked', async () => (await note.getByRole('link').count()) === 6);
  await hands.type(seven[6].question.slice(0, 18));
  await note.getByRole('listbox').getByRole('option').first().waitFor();
  await walk.look('notes-search');
  await hands.keys('Enter');
  await walk.until('seven items are linked', async () => (await note.getByRole('link').count()) === 7);
  await hands.sees('項目に結び付いていないメモ');
  await hands.press('適合', note);
  await hands.sees('7 件を「適合」にしました');
  const judged = (await rowsOf(walk, target)).filter((row) => seven.some((one) => one.item === row.item));
  must(judged.every((row) => row.answer?.verdict === 'conforming' && row.answer.note.startsWith('職員への周知')), 'one note settled seven items');
  must(judged.every((row) => !row.answer.note.includes('#')), 'the facts do not speak of numbers');
  must(judged.every((row) => /^\d\d:\d\d$/.test(row.answer.seen_time)), 'it is known when they were seen');
  await walk.look('notes-judged');
  return seven;
}

/** A note that was being typed when the power failed comes back. */
export async function powerFails(walk, hands) {
  const { page } = walk;
  await hands.keys('n');
  await hands.type('係長は鍵の');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/call/note.draft') && answer.ok());
  await hands.type('場所を');
  await kept;
  await walk.crash();
  await hands.at('監査手帳');
  await page.getByRole('region', { name: '最近使った手帳' }).getByRole('button').first().focus();
  await hands.keys('Enter');
  await hands.at('手帳を開く');
  await hands.fill({ 利用者名: 'demo', パスフレーズ: 'aoba-demo-2026' });
  await hands.keys('Enter');
  await hands.at('今日やること');
  await hands.sees('保存されていなかった入力を 1 件復旧しました');
}

/** The server room: no laptop, no camera. Sheets go along, and what was seen is written down with a witness. */
export async function serverRoom(walk, hands, { audit }) {
  const { page } = walk;
  await openPart(walk, hands, audit.title, '担当・用紙');
  await walk.look('assign');
  await hands.press('現地記入用紙を作る');
  await hands.field('提供の根拠').waitFor();
  await walk.look('sheets');
  await hands.fill({ 提供の根拠: '監査実施要領' });
  await walk.pick(walk.dir);
  await hands.press('保存先を選ぶ');
  await hands.sees('現地記入用紙（場所別）');

  await openPart(walk, hands, audit.title, '面談・視察');
  const texts = () => page.locator('li[id^=note-] textarea').evaluateAll((areas) => areas.map((area) => area.value));
  await walk.until('what was being typed is a note', async () => (await texts()).includes('係長は鍵の場所を'));
  await hands.sees('復旧');
  await walk.look('notes-recovered');
  await begin(walk, hands, '視察', { 件名: 'サーバ室の視察', 場所: 'サーバ室', 立会者: '係長 伊藤' });
  await hands.tick('撮影禁止');
  await hands.sees('撮影禁止の場所です。');
  writeFileSync(walk.path('ラック.png'), PHOTO);
  await hands.press('資料を受け取る');
  await walk.pick(walk.path('ラック.png'));
  await hands.press('ファイルを選ぶ');
  await hands.sees('撮影禁止のため、画像「ラック.png」は受け取れません');
  await walk.look('no-photos');
  await page.getByRole('textbox', { name: '新しいメモ' }).focus();
  await hands.type('ラックの扉は施錠され、鍵は係長が持つ。');
  await hands.keys('Enter');
  await hands.sees('観察メモ');
  await walk.look('observed');
}

/** 18 lines by number, each stored by its Enter; what is there already is replaced only on purpose. */
export async function evening(walk, hands, { audit, target }) {
  const { page } = walk;
  await openPart(walk, hands, audit.title, '番号で入力');
  await hands.choose('対象', '給付課');
  await hands.fill({ 実施日: 'R8.11.20', 実施時刻: '14:05', 立会者: '係長 伊藤' });
  await page.getByLabel('番号と判定', { exact: true }).focus();
  const rows = (await openRows(walk, target)).slice(0, 18);
  must(rows.length === 18, 'eighteen items are open');
  const ways = [(n) => `${n} o`, (n) => `${n} x 記録がない`, (n) => `${wide(n)}　△　一部だけ`, (n) => `${n} ー 対象の機器がない`, (n) => `${n}○台帳を見た`, (n) => `${n} 1`];
  const begun = Date.now();
  for (const [n, row] of rows.entries()) {
    const line = ways[n % ways.length](row.number);
    if (n === 2) await hands.compose(line);
    else await hands.type(line);
    await page.locator('.echo tbody tr td.number').filter({ hasText: row.number }).waitFor();
    if (n === 1) await walk.look('entry-line');
    await hands.keys('Enter');
    await walk.until(`line ${n + 1} is stored`, async () => (await page.getByLabel('番号と判定', { exact: true }).inputValue()) === '');
  }
  console.log(`  18 entries in ${Date.now() - begun} ms`);
  const stored = (await rowsOf(walk, target)).filter((row) => rows.some((one) => one.item === row.item));
  must(stored.every((row) => row.answer.verdict !== 'unverified' && row.answer.seen_on === '2026-11-20'), 'all are stored, with when they were seen');
  must(stored.every((row) => row.answer.witness === '係長 伊藤' && row.answer.seen_time === '14:05'), 'and before whom');

  // A wrong line stays where it is, and what is there already is replaced only by Ctrl+Enter.
  await hands.type('9999 ○');
  await hands.sees('9999 番の項目はありません。');
  await hands.keys('Enter');
  must((await page.getByLabel('番号と判定', { exact: true }).inputValue()) === '9999 ○', 'a line that is wrong stays');
  await page.getByLabel('番号と判定', { exact: true }).fill(`${rows[0].number} ×`);
  await hands.sees('置き換え');
  await hands.keys('Enter');
  await walk.look('entry-replace');
  must((await rowsOf(walk, target)).find((row) => row.item === rows[0].item).answer.verdict === 'conforming', 'Enter alone replaces nothing');
  await hands.keys('Control+Enter');
  await walk.until('it is replaced', async () => (await rowsOf(walk, target)).find((row) => row.item === rows[0].item).answer.verdict === 'nonconforming');
}

const wide = (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Cells from a spreadsheet onto the rows from the cursor on, and a note beside an item. */
export async function inTheGrid(walk, hands, { audit, target }) {
  const { page } = walk;
  await hands.keys('Alt+2');
  await hands.at('監査');
  await page.getByRole('link', { name: audit.title }).first().focus();
  await hands.keys('Enter');
  await hands.at(audit.title);
  await page.getByRole('link', { name: '給付課' }).first().focus();
  await hands.keys('Enter');
  await hands.at('給付課');
  const grid = page.getByRole('grid', { name: '点検項目' });
  await grid.waitFor();
  await grid.focus();
  await hands.keys('o');
  const open = (await openRows(walk, target)).slice(0, 2);
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, '△\t一部の端末だけ\r\n○\t');
  await hands.sees('表を貼り付ける');
  await walk.look('paste');
  await hands.keys('Enter');
  await hands.sees('2 件を貼り付けました');
  const pasted = (await rowsOf(walk, target)).find((row) => row.item === open[0].item);
  must(pasted.answer.verdict === 'partial' && pasted.answer.note === '一部の端末だけ', 'the cells are stored');

  await grid.waitFor();
  await grid.focus();
  await hands.keys('n');
  await page.getByRole('textbox', { name: '新しいメモ' }).waitFor();
  await hands.type('現物を2件見た。');
  await hands.keys('Enter');
  await walk.until('the note is beside the item', async () => (await rowsOf(walk, target)).some((row) => row.notes > 0));
  await grid.focus();
  await hands.keys('a');
  await page.getByRole('combobox', { name: /選んだ 1 項目の担当/ }).waitFor();
  await walk.look('assign-row');
  await hands.keys('Escape');
  await hands.keys('F9');
  await walk.look('grid-facing');
  must((await grid.locator('.mark').count()) === 0, 'no verdict can be seen');
  await hands.keys('1');
  await hands.sees('対面モードでは判定できません');
  await page.evaluate(() => (location.hash = '#/findings'));
  await hands.at('対面モードでは表示しません');
  await walk.look('facing-elsewhere');
  await hands.keys('Escape');
  await hands.at('指摘・改善');
}

/** What is said the same day: the memo on one page, and a grave matter to both who must know. */
export async function sameDay(walk, hands, { audit, target }) {
  const { page } = walk;
  await openPart(walk, hands, audit.title, '講評メモ');
  await hands.choose('対象', '給付課');
  await walk.settled();
  await hands.keys('m');
  await hands.sees('行を加えました');
  await walk.look('memo');
  const memo = await walk.call('memo.get', { target });
  must(memo.lines.length > 0 && memo.lines.every((line) => line.note || line.item), 'every line can be traced');

  await openPart(walk, hands, audit.title, '速報');
  await hands.keys('n');
  await hands.field('件名').waitFor();
  await walk.until('the title has the focus', () => hands.field('件名').evaluate((one) => one === document.activeElement));
  await hands.fill({ 件名: '住民情報の入った媒体の紛失', 内容: '貸出簿にない媒体が1本見つからない。' });
  await hands.keys('Tab');
  for (const role of ['情報管理者', '情報セキュリティ最高責任者']) {
    const section = page.getByRole('region', { name: role });
    await hands.fill({ 報告した相手: '渡辺 由美', 手段: '口頭' }, section);
    await hands.press('報告を記録する', section);
    await section.getByText('報告済み').waitFor();
  }
  await walk.look('flash');
  const home = await walk.call('home.get');
  must(home.tasks.every((task) => task.kind !== 'flash-to-tell'), 'nothing is left to tell');
}
