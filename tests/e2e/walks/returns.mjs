// What comes back: a messy table of a section's own, a hopeless file, and six returns at once, each from drop to result.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { deflateSync, crc32 } from 'node:zlib';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';
import { book, insertColumn, parts, refill } from '../workbook.mjs';

export default async function returns(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const all = await walk.call('import.engagements', {});
  const own = all.find((one) => one.form === 'self:head');
  const { targets, title } = await walk.call('engagement.get', { id: own.id });
  const asked = [];
  for (const target of targets) {
    const { rows } = await walk.call('grid.get', { target: target.id });
    asked.push({ ...target, open: rows.filter((row) => row.exclusion === null && row.self_answer === null) });
  }
  // Those with most to answer come first.
  asked.sort((a, b) => b.open.length - a.open.length);
  await messy(walk, hands, title, asked[0]);
  await hopeless(walk, hands);
  await six(walk, hands, own, asked);
}

async function open(walk, hands) {
  await hands.command('返送された票の取り込み');
  await hands.at('返送された票の取り込み');
}

const answer = async (walk, target, item) => {
  const { rows } = await walk.call('grid.get', { target });
  return rows.find((row) => row.item === item).self_answer?.answer ?? null;
};

/** A table in nobody's form: read by a guess, corrected by pointing, kept, known again, asked about. */
async function messy(walk, hands, title, target) {
  const { page } = walk;
  const [one, two, three, four] = target.open;
  const rows = [
    ['様式第3号'],
    ['令和8年度 情報セキュリティ点検のまとめ'],
    [],
    ['番号', '点検の内容', '実施の有無', 'そのほか'],
    ['(1)', one.question, '〇', ''],
    ['(2)', two.question, '昨年同様', ''],
    ['(3)', three.question, 'ﾊｲ', '台帳を更新した'],
    ['(4)', four.question, 'レ', ''],
    ['', '※ 提出期限は10月末'],
  ];
  const file = walk.path(`点検のまとめ ${target.name}.xlsx`);
  writeFileSync(file, book({ まとめ: rows }));
  await open(walk, hands);
  await walk.drop(file);
  const card = page.getByRole('region', { name: `点検のまとめ ${target.name}.xlsx` });
  await card.waitFor();
  await hands.sees('この手帳の票ではない表', card);
  await walk.settled();
  await walk.look('messy');
  await hands.press('読み方', card);
  await card.getByRole('region', { name: 'シートの内容' }).waitFor();
  await walk.settled();
  await walk.look('messy-layout');
  // The headings are pointed at; what they do not say, a person does.
  await card.getByRole('button', { name: '4', exact: true }).click();
  await walk.quiet();
  // そのほか is a remark: the person says so above its column.
  await card.getByLabel('D列の役割').selectOption('basis');
  await walk.quiet();
  await card.getByLabel('C列の役割').selectOption('answer');
  await walk.quiet();
  await hands.fill({ 読み方の名前: 'まとめの様式' }, card);
  await hands.press('読み方を残す', card);
  await hands.sees('読み方「まとめの様式」を残しました');
  // What is unclear is decided, or asked of the sender.
  await card.getByLabel(/^セルC8の意味/).selectOption({ label: 'はい' });
  await walk.settled();
  await walk.look('messy-decided');
  await card.getByRole('button', { name: 'まとめ!C6' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'まとめ!C6' });
  await dialog.waitFor();
  await walk.settled();
  await walk.look('messy-cell');
  await hands.keys('Escape');
  await dialog.waitFor({ state: 'detached' });
  await card.getByRole('button', { name: '送り主のファイルに書き込む' }).click();
  await card.getByRole('button', { name: '照会を書き込んで送り返す' }).click();
  const hand = page.getByRole('alertdialog');
  await hand.waitFor();
  await hands.fill({ 提供の根拠: '自己点検実施要領' }, hand);
  await walk.look('messy-queries');
  const before = new Set(readdirSync(walk.dir));
  await walk.pick(walk.path('照会.xlsx'));
  await hands.press('保存先を選ぶ', hand);
  await hand.waitFor({ state: 'detached' });
  const [sent] = readdirSync(walk.dir).filter((name) => name.endsWith('.xlsx') && !before.has(name));
  const sheet = parts(readFileSync(walk.path(sent))).get('xl/worksheets/sheet1.xml').toString();
  must(sheet.includes('照会事項') && sheet.includes('「昨年同様」では判定できません'), 'the query stands in the copy');
  must(!sheet.includes('「レ」'), 'what is decided is not asked');
  await card.getByRole('button', { name: /件を確定する$/ }).focus();
  await hands.keys('Enter');
  await hands.sees('確かめること 1 件が残っています');
  must((await answer(walk, target.id, one.item)) === 'yes' && (await answer(walk, target.id, three.item)) === 'yes', 'what is clear is taken');
  must((await answer(walk, target.id, two.item)) === null, '昨年同様 is no answer');
  must((await answer(walk, target.id, four.item)) === 'yes', 'what a person decided is taken');
  // What is open stays, also while one looks something up elsewhere; the same file again changes nothing.
  await hands.sees('前に取り込んだファイルと同じです', card);
  await hands.sees('読み方「まとめの様式」', card);
  await hands.keys('Alt+1');
  await hands.at('今日やること');
  await open(walk, hands);
  await card.getByLabel(/^セルC6の意味/).waitFor();
  await walk.drop(file);
  await hands.sees('と同じ内容です');
  await walk.settled();
  await walk.look('messy-again');
  await hands.press('取り込まない', card);
  await card.waitFor({ state: 'detached' });
  must(title !== '', 'it is known what was answered');
}

/** Files that nothing can be read from say what they are and what to do. */
async function hopeless(walk, hands) {
  const { page } = walk;
  writeFileSync(walk.path('売上.xlsx'), book({ 売上: [['四月', '12,000'], ['五月', '9,500']] }));
  writeFileSync(walk.path('壊れた票.xlsx'), book({ 票: [['番号', '質問']] }).subarray(0, 300));
  writeFileSync(walk.path('ページ.xls'), '<html><body><table><tr><td>1</td></tr></table></body></html>');
  await walk.drop(walk.path('売上.xlsx'), walk.path('壊れた票.xlsx'), walk.path('ページ.xls'));
  await page.getByRole('region', { name: '売上.xlsx' }).waitFor();
  await walk.until('both are refused', async () => (await page.getByRole('alert').count()) >= 2);
  await walk.settled();
  await walk.look('hopeless');
  for (const name of ['壊れた票.xlsx', 'ページ.xls']) await hands.sees(name, page.getByRole('alert'));
  await hands.press('取り込まない', page.getByRole('region', { name: '売上.xlsx' }));
}

/** Six returns in one folder. */
async function six(walk, hands, own, asked) {
  const { page } = walk;
  await page.reload();
  await hands.at('返送された票の取り込み');
  const [, twice, spelled, old, hand] = asked;
  const sent = async (target) => {
    const before = new Set(readdirSync(walk.dir));
    const { handle } = await place(walk);
    const to = { destination: handle, recipient: '課長', basis: '自己点検実施要領' };
    await walk.call('form.export', { target: target.id, format: 'xlsx', ...to });
    const [name] = readdirSync(walk.dir).filter((one) => one.endsWith('.xlsx') && !before.has(one));
    return readFileSync(walk.path(name));
  };
  const folder = walk.path('返送');
  execFileSync('mkdir', ['-p', folder]);
  const put = (name, bytes) => writeFileSync(`${folder}/${name}`, bytes);
  const first = await sent(twice);
  put(`自己点検票_${twice.name}.xlsx`, refill(first, ['はい', 'はい', '一部']));
  put(`自己点検票_${twice.name} 最終版(2).xlsx`, refill(first, ['はい', 'いいえ', '一部']));
  put(`自己点検票_${spelled.name}.xlsx`, insertColumn(refill(await sent(spelled), ['〇', '◯', 'ﾊｲ', '実施済']), 3));
  writeFileSync(walk.path(`${old.name}.xlsx`), refill(await sent(old), ['はい', 'いいえ']));
  execFileSync('soffice', ['--headless', `-env:UserInstallation=file://${walk.path('office')}`, '--convert-to', 'xls', '--outdir', folder, walk.path(`${old.name}.xlsx`)], { stdio: 'ignore' });
  const campaigns = await walk.call('campaign.list', { fiscal_year: null });
  let staff;
  for (const { id } of campaigns) staff ??= (await walk.call('campaign.get', { id })).sheets.find((sheet) => sheet.form === 'self:staff');
  const { items } = await walk.call('staff_count.get', { target: staff.target });
  put(`職員集計_${staff.name}.xlsx`, book({
    集計: [
      ['番号', '質問', 'はい', '一部', 'いいえ', '該当なし', 'わからない'],
      ...items.slice(0, 3).map((item, n) => [`${n + 1}`, item.question, '3', '1', '0', '', '']),
    ],
  }));
  put('手書きの票.png', picture());
  await walk.drop(folder);
  await page.getByRole('region', { name: 'まとめて確定' }).waitFor();
  await page.getByRole('region', { name: '返送/手書きの票.png' }).waitFor();
  await walk.settled();
  await walk.look('six');
  const versions = page.getByRole('region', { name: `「${twice.name}」の票が 2 つあります` });
  await versions.waitFor();
  const all = page.getByRole('region', { name: 'まとめて確定' });
  must(await all.getByRole('button').isDisabled(), 'nothing is taken while it is open which version counts');
  await versions.scrollIntoViewIfNeeded();
  await walk.look('six-versions');
  await versions.getByRole('radio', { name: /最終版/ }).check();
  await walk.settled();
  // What is on record for the staff already is written over only where a person says so.
  const counted = page.getByRole('region', { name: `職員集計_${staff.name}.xlsx` });
  for (const box of await counted.getByRole('grid').getByRole('checkbox').all()) await box.check();
  await counted.scrollIntoViewIfNeeded();
  await walk.look('six-counts');
  await all.getByRole('button').focus();
  await hands.keys('Enter');
  await all.waitFor({ state: 'detached' });
  await walk.look('six-done');
  const given = async (target) => {
    const { rows } = await walk.call('grid.get', { target: target.id });
    return rows.slice(0, 4).map((row) => row.self_answer?.answer ?? 'none').join(' ');
  };
  must((await given(twice)).startsWith('yes no partly'), `the chosen version counts: ${await given(twice)}`);
  must((await given(spelled)) === 'yes yes yes yes', `four spellings of はい, beside an inserted column: ${await given(spelled)}`);
  must((await given(old)).startsWith('yes no'), `.xls: ${await given(old)}`);
  const now = await walk.call('staff_count.get', { target: staff.target });
  must(JSON.stringify(now.items[0].counts) === '[3,1,0,0,0]', `counts: ${JSON.stringify(now.items[0])}`);
  // One step back takes all of it back, one step on brings it again.
  await page.locator('main').focus();
  await hands.keys('Control+z');
  await walk.until('undone', async () => !(await given(old)).startsWith('yes no'));
  await page.locator('header').getByRole('button', { name: /^やり直す: /, disabled: false }).first().waitFor();
  await hands.keys('Control+y');
  await walk.until('done again', async () => (await given(old)).startsWith('yes no'));

  // The scanned one is kept and typed in beside its picture.
  const scan = page.getByRole('region', { name: '返送/手書きの票.png' });
  await hands.choose('どの監査・自己点検の回答か', own.title, scan);
  await hands.choose('どの課の票か', hand.name, scan);
  await hands.press('保管して入力する', scan);
  await hands.at(hand.name);
  await page.getByRole('img').first().waitFor();
  await walk.settled();
  await walk.look('six-scan');
}

/** A folder that a file may be written into. */
async function place(walk) {
  await walk.pick(walk.dir);
  const answer = await fetch(`${walk.host.url}pick`, { method: 'POST', body: JSON.stringify({ kind: 'folder' }) });
  return (await answer.json())[0];
}

/** A small picture of a sheet of paper. */
function picture() {
  const [width, height] = [420, 594];
  const lines = Buffer.alloc((width + 1) * height, 0xff);
  for (let row = 0; row < height; row += 1) {
    lines[row * (width + 1)] = 0;
    if (row % 42 === 0) lines.fill(0x40, row * (width + 1) + 30, row * (width + 1) + width - 30);
  }
  const chunk = (kind, body) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const content = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(content));
    return Buffer.concat([head, content, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', size), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))]);
}
