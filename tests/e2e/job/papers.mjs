// What leaves: the report as PDF and workbook, a checklist; and the checklist that comes back filled in.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { parts, refill } from '../workbook.mjs';
import { FIRST } from './begin.mjs';

const TITLE = 'サーバ室の鍵の管理が定められていない';

/** The one file in the walk's folder with this ending that was not there before. */
function written(walk, ending, before, label = '【機密性2】') {
  const found = readdirSync(walk.dir).filter((name) => name.endsWith(ending) && !before.has(name));
  must(found.length === 1, `one new ${ending}: ${found.join(', ') || 'none'}`);
  must(found[0].startsWith(label), `no file leaves without its class in its name: ${found[0]}`);
  return walk.path(found[0]);
}

export async function exportReport(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+6');
  await hands.at('報告書');
  await page.getByRole('navigation', { name: '目次' }).waitFor();
  await page.getByRole('article').getByText(TITLE).first().waitFor();
  await walk.settled();
  await walk.look('report');
  for (const [key, ending] of [
    ['p', '.pdf'],
    ['x', '.xlsx'],
  ]) {
    const before = new Set(readdirSync(walk.dir));
    await walk.pick(walk.path(`報告書${ending}`));
    await hands.keys(key);
    const dialog = page.getByRole('alertdialog');
    await dialog.waitFor();
    if (key === 'p') await walk.look('report-export');
    await hands.field('提供の根拠', dialog).fill('監査統括責任者の許可');
    await hands.keys('Enter');
    await dialog.waitFor({ state: 'detached', timeout: 30_000 });
    if (key === 'x') await walk.look('report-exported');
    const file = written(walk, ending, before);
    const text = ending === '.pdf' ? execFileSync('pdftotext', [file, '-']).toString() : sheetTexts(file);
    must(text.replace(/\s/g, '').includes(TITLE), `${ending} names the finding`);
  }
  await hands.keys('Alt+9');
  await hands.at('記録');
  await walk.settled();
  await walk.look('journal');
  await page.getByRole('link', { name: '持ち出し・提供' }).focus();
  await hands.keys('Enter');
  await page.getByRole('row', { name: /監査統括責任者の許可/ }).first().waitFor();
  await walk.look('releases');
  await page.getByRole('link', { name: '点検・照合' }).focus();
  await hands.keys('Enter');
  await hands.press('点検する');
  await hands.sees('問題は見つかりませんでした');
  await walk.look('verify');
}

function sheetTexts(file) {
  return [...parts(readFileSync(file))]
    .filter(([name]) => name.startsWith('xl/worksheets/') || name === 'xl/sharedStrings.xml')
    .map(([, bytes]) => bytes.toString())
    .join('\n');
}

export async function roundTrip(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+3');
  await hands.at('自己点検');
  await page.getByRole('link', { name: '令和8年度 情報セキュリティ自己点検' }).focus();
  await hands.keys('Enter');
  await hands.at('令和8年度 情報セキュリティ自己点検');
  const before = new Set(readdirSync(walk.dir));
  const row = page.getByRole('row', { name: /総務課/ });
  await row.getByRole('button').first().focus();
  await hands.keys('Enter');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await walk.look('export-checklist');
  await hands.press('保存先を選ぶ', dialog);
  await dialog.getByText('入力してください。').first().waitFor();
  await hands.fill({ 提供の根拠: '監査実施通知書' }, dialog);
  await walk.pick(walk.path('点検票.xlsx'));
  await hands.press('保存先を選ぶ', dialog);
  await dialog.waitFor({ state: 'detached' });
  const sent = written(walk, '.xlsx', before);

  const returned = walk.path('返送_総務課.xlsx');
  const answers = ['はい', '一部', 'いいえ', 'はい'];
  writeFileSync(returned, refill(readFileSync(sent), answers));

  await hands.press('票を取り込む');
  await hands.at('返送された票の取り込み');
  await walk.look('import-empty');
  await walk.drop(walk.path('鍵の写真.png'));
  const photo = page.getByRole('region', { name: '鍵の写真.png' });
  await photo.getByText('手書きやスキャンの票です').waitFor();
  await hands.press('取り込まない', photo);
  await walk.drop(returned);
  const preview = page.getByRole('region', { name: '返送_総務課.xlsx' });
  await preview.waitFor();
  await walk.settled();
  await walk.look('import-preview');
  const before4 = await selfAnswers(walk);
  must(before4 === 'none none none none', `nothing is changed by looking: ${before4}`);
  await preview.getByRole('button', { name: /件を確定する$/ }).focus();
  await hands.keys('Enter');
  await preview.waitFor({ state: 'detached' });
  await walk.until('the answers are taken over', async () => (await selfAnswers(walk)) === 'yes partly no yes');
  await walk.look('imported');

  await page.locator('main').focus();
  await hands.keys('Control+z');
  await walk.until('undone', async () => (await selfAnswers(walk)) === 'none none none none');
  // The header says what redo would do once it has been told of the undo; only then is the key alive.
  await page.locator('header').getByRole('button', { name: /^やり直す: /, disabled: false }).first().waitFor();
  await hands.keys('Control+y');
  await walk.until('done again', async () => (await selfAnswers(walk)) === 'yes partly no yes');
  await walk.look('redone');
}

/** A checklist for nobody in particular: printed, and filled in and assigned when it comes back. */
export async function blankChecklist(walk, hands) {
  const { page } = walk;
  for (const [format, ending] of [
    ['PDF', '.pdf'],
    ['Excel', '.xlsx'],
  ]) {
    await hands.keys('Alt+7');
    await hands.at('基準・点検表');
    await walk.settled();
    await hands.keys('b');
    const form = page.getByRole('alertdialog', { name: '白紙の点検表を出力' });
    await form.getByRole('radio', { name: /^自己点検票\(所属長\)/ }).check();
    await form.getByRole('radio', { name: format }).check();
    await hands.fill({ 相手先: '各課', 提供の根拠: '自己点検実施要領' }, form);
    if (format === 'PDF') await walk.look('blank-checklist');
    const before = new Set(readdirSync(walk.dir));
    await walk.pick(walk.path(`白紙${ending}`));
    await hands.press('保存先を選ぶ', form);
    await form.waitFor({ state: 'detached' });
    const file = written(walk, ending, before, '【機密性1】');
    if (format === 'PDF') {
      const text = execFileSync('pdftotext', ['-layout', file, '-']).toString();
      must(/□ はい +□ 一部/.test(text) && text.includes('1 / '), 'boxes to tick, and page numbers');
    } else {
      writeFileSync(walk.path('返送_白紙.xlsx'), refill(readFileSync(file), ['はい', '一部', 'いいえ', 'いいえ']));
    }
  }
  await hands.keys('Alt+3');
  await hands.at('自己点検');
  await page.getByRole('link', { name: '令和8年度 情報セキュリティ自己点検' }).focus();
  await hands.keys('Enter');
  await hands.at('令和8年度 情報セキュリティ自己点検');
  await hands.press('票を取り込む');
  await hands.at('返送された票の取り込み');
  await walk.drop(walk.path('返送_白紙.xlsx'));
  const preview = page.getByRole('region', { name: '返送_白紙.xlsx' });
  const whose = preview.getByLabel('どの課の票か');
  await whose.waitFor();
  await walk.look('import-blank');
  const choice = await whose.getByRole('option', { name: /総務課$/ }).first().getAttribute('value');
  await whose.selectOption(choice);
  await preview.getByRole('grid').waitFor();
  await walk.settled();
  await walk.look('import-assigned');
  await preview.getByText('両方で変更').first().waitFor();
  await hands.press('取り込まない', preview);
  await preview.waitFor({ state: 'detached' });
}

async function selfAnswers(walk) {
  const [one] = await walk.call('engagement.list', { kind: 'self_check', fiscal_year: 2026 });
  const { targets } = await walk.call('engagement.get', { id: one.id });
  const { rows } = await walk.call('grid.get', { target: targets.find((target) => target.name === '総務課').id });
  return rows
    .slice(0, 4)
    .map((row) => row.self_answer?.answer ?? 'none')
    .join(' ');
}

/** A text that is being typed when the program dies is there afterwards, and marked. */
export async function survive(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+2');
  await hands.at('監査');
  await page.getByRole('link', { name: '令和8年度 情報セキュリティ監査' }).focus();
  await hands.keys('Enter');
  await page.getByRole('link', { name: '総務課' }).focus();
  await hands.keys('Enter');
  await page.getByRole('grid', { name: '点検項目' }).waitFor();
  await hands.keys('o', 'Enter');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/call/draft.put') && answer.ok());
  await hands.type('書きかけの所見');
  await kept;
  await walk.crash();
  await hands.at('監査手帳');
  const recent = page.getByRole('region', { name: '最近使った手帳' }).getByRole('button', { name: /^手帳/ });
  await recent.waitFor();
  await walk.look('welcome-recent');
  await recent.focus();
  await hands.keys('Enter');
  await hands.at('手帳を開く');
  await hands.fill({ 利用者名: FIRST.login, パスフレーズ: '違う合言葉です' });
  await hands.keys('Enter');
  await page.locator('[aria-invalid=true], .error, [role=alert]').first().waitFor();
  await walk.look('wrong-passphrase');
  await hands.fill({ パスフレーズ: FIRST.passphrase });
  await hands.keys('Enter');
  await hands.at(/総務課|今日やること/);
  await hands.keys('Alt+1');
  await hands.sees('保存されていなかった入力を 1 件復旧しました');
  await walk.look('home-recovered');
  await hands.command('監査へ移動');
  await hands.at('監査');
  await page.getByRole('link', { name: '令和8年度 情報セキュリティ監査' }).focus();
  await hands.keys('Enter');
  await page.getByRole('link', { name: '総務課' }).focus();
  await hands.keys('Enter');
  await page.getByRole('grid', { name: '点検項目' }).waitFor();
  await page.getByRole('row', { name: /復旧/ }).first().click();
  await walk.until('what was being typed is there', async () => (await hands.field('所見').inputValue()) === '書きかけの所見');
  await walk.look('recovered');
}
