// Workpapers by keyboard: a sample, a reference, an image blacked out before it is stored, a workbook looked at, a
// review by another person, and the papers as a file.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';
import { zip } from '../workbook.mjs';

export default async function workpapers(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await hands.sees('差し戻された調書の修正');
  await walk.look('home');

  const audits = await walk.call('engagement.list', { kind: 'audit', fiscal_year: 2026 });
  const audit = await walk.call('engagement.get', { id: audits[0].id });
  const target = audit.targets.find((one) => one.name === '総務課').id;
  const rows = async () => (await walk.call('grid.get', { target })).rows;
  const asked = (await rows()).filter((one) => one.exclusion === null);
  const returned = asked.find((one) => one.paper.review === 'returned');
  const go = async (item) => {
    await page.evaluate((hash) => (location.hash = hash), `#/audits/${audit.id}/${target}?item=${item}`);
    await page.getByRole('grid', { name: '点検項目' }).waitFor();
    await page.getByRole('region', { name: `調書番号 ${asked.find((one) => one.item === item).paper.number}` }).waitFor();
    await page.getByRole('grid', { name: '点検項目' }).focus();
    await walk.settled();
  };
  const of = async (item) => (await rows()).find((one) => one.item === item);

  await go(returned.item);
  await hands.sees('例外措置3件の許可の日付がわかる写し');
  await walk.look('returned');

  await sample(walk, hands, go, of, asked[7].item);
  await blacken(walk, hands, go, target, asked[8].item);
  await workbook(walk, hands, go, asked[9].item);
  await review(walk, hands, go, of, asked);
  await papers(walk, hands, audit.id);
}

async function sample(walk, hands, go, of, item) {
  const { page } = walk;
  await go(item);
  await hands.keys('s');
  await hands.field('母集団').waitFor();
  await hands.fill({ 母集団: '今年度の貸出記録', 母集団の件数: '１２０', 抽出件数: '500', 種: '青葉-1' });
  await hands.press('番号を取り出して記録する');
  await hands.sees('抽出件数が母集団より多くなっています');
  await walk.look('sample-refused');
  await hands.fill({ 抽出件数: '5' });
  await hands.press('番号を取り出して記録する');
  await walk.until('the sample is stored', async () => (await of(item)).paper.sampled);
  await hands.sees('「青葉-1:n」の SHA-256');
  await walk.look('sample');
  await hands.keys('Shift+S');
  await hands.field('相手の調書番号').waitFor();
  await hands.fill({ 相手の調書番号: '9-9' });
  await hands.keys('Enter');
  await hands.sees('調書番号「9-9」の項目はありません');
  await hands.fill({ 相手の調書番号: '3-153', 参照の理由: '同じ保管の問題' });
  await hands.keys('Enter');
  await page.getByRole('link', { name: '3-153' }).waitFor();
  await walk.look('reference');
}

/** A picture with a number on it, whose lower half is to be hidden. */
const photo = (page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
    const context = canvas.getContext('2d');
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 400, 300);
    context.fillStyle = '#c00';
    context.fillRect(150, 130, 100, 40);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  });

async function blacken(walk, hands, go, target, item) {
  const { page } = walk;
  await go(item);
  const bytes = await photo(page);
  writeFileSync(walk.path('申請書.png'), Buffer.from(bytes));
  writeFileSync(walk.path('住民票.png'), Buffer.from(bytes));
  await walk.drop(walk.path('申請書.png'), walk.path('住民票.png'));
  const tray = page.getByRole('region', { name: '証拠にする前の確認' });
  await tray.waitFor();
  await walk.look('tray');
  await tray.getByTitle('「住民票.png」を証拠にしない').focus();
  await hands.keys('Enter');
  await tray.getByTitle('「申請書.png」を黒塗りする').focus();
  await hands.keys('Enter');
  const editor = page.getByRole('dialog', { name: '「申請書.png」の黒塗り' });
  await editor.waitFor();
  await hands.press('四角を置く', editor);
  await hands.press('四角を置く', editor);
  await hands.press('一つ取り消す', editor);
  const rect = editor.getByRole('button', { name: '黒塗り 1 / 1' });
  await rect.focus();
  for (let n = 0; n < 5; n += 1) await hands.keys('ArrowLeft', 'ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowDown');
  for (let n = 0; n < 6; n += 1) await hands.keys('Shift+ArrowRight', 'Shift+ArrowDown');
  await walk.look('editor');
  await hands.press('黒塗りを確定', editor);
  await tray.getByText('黒塗り 1 か所').waitFor();
  await hands.press('1 件を証拠にする');
  await page.getByRole('button', { name: '申請書（黒塗り）.png' }).first().waitFor();
  await walk.look('blackened');
  const listed = await walk.call('evidence.list', { target, item });
  must(listed.length === 1 && listed[0].name === '申請書（黒塗り）.png', 'only what was blacked out became evidence');
  const red = await page.evaluate(async (blob) => {
    const image = await createImageBitmap(await (await fetch(`/blob/${blob}`)).blob());
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d').drawImage(image, 0, 0);
    const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
    let red = 0;
    for (let n = 0; n < data.length; n += 4) if (data[n] > 100 && data[n + 1] < 100) red += 1;
    return red;
  }, listed[0].blob);
  must(red === 0, `nothing of what was hidden can be seen in what is stored: ${red} pixels`);
  const gone = await fetch(`${walk.host.url}blob/h1`);
  must(!gone.ok, 'the picture as it was is not held any more');
}

/** A workbook of two sheets, the second one hidden. */
function book() {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const cell = (address, text) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = Array.from({ length: 400 }, (_, n) => `<row r="${n + 1}">${cell(`A${n + 1}`, `貸出${n + 1}`)}${cell(`C${n + 1}`, '返却済')}</row>`);
  const sheet = (data) => `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`;
  const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = [
    ['[Content_Types].xml', `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${kinds}.worksheet+xml"/></Types>`],
    ['_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="貸出簿" sheetId="1" r:id="a"/><sheet name="メモ" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`],
    ['xl/worksheets/sheet1.xml', sheet(rows.join(''))],
    ['xl/worksheets/sheet2.xml', sheet(`<row r="3">${cell('B3', '引継ぎのメモ')}</row>`)],
  ];
  return zip(parts.map(([name, text]) => [name, Buffer.from(text)]));
}

async function workbook(walk, hands, go, item) {
  const { page } = walk;
  await go(item);
  writeFileSync(walk.path('貸出簿.xlsx'), book());
  await walk.drop(walk.path('貸出簿.xlsx'));
  await page.getByRole('button', { name: '貸出簿.xlsx' }).first().waitFor();
  await page.getByRole('button', { name: '貸出簿.xlsx' }).first().focus();
  await hands.keys('Enter');
  await page.getByRole('cell', { name: '貸出1', exact: true }).waitFor();
  await walk.look('sheets');
  await page.getByRole('region', { name: '貸出簿', exact: true }).focus();
  await hands.keys('End');
  await page.getByRole('cell', { name: '貸出400' }).waitFor();
  must((await page.getByRole('row').count()) < 120, 'only what is in view is drawn');
  await hands.press('メモ（非表示のシート）');
  await hands.sees('引継ぎのメモ');
  await hands.keys('Escape');
}

async function review(walk, hands, go, of, asked) {
  const { page } = walk;
  const own = asked.find((one) => one.paper.review === 'waiting').item;
  await go(own);
  await hands.keys('r');
  await hands.sees('自分で判定または記入した項目は査閲できません');
  await hands.keys('Control+l');
  await page.getByLabel('利用者名').waitFor();
  await hands.fill({ 利用者名: 'morita', パスフレーズ: 'aoba-demo-2026' });
  await hands.keys('Enter');
  await hands.sees('森田 直樹');
  await go(own);
  await hands.keys('Shift+ArrowDown', 'Shift+ArrowDown', 'r');
  await walk.until('the range is reviewed', async () => (await of(own)).paper.review === 'reviewed');
  await walk.look('reviewed');
  const next = asked.filter((one) => one.paper.review === 'waiting')[6].item;
  await go(next);
  await hands.keys('Shift+R');
  await hands.field('査閲の意見').waitFor();
  await hands.press('差し戻す');
  await hands.sees('何を直すかを書いてください');
  await walk.look('return-refused');
  await hands.fill({ 査閲の意見: '台帳の写しを付けてください。' });
  await hands.press('差し戻す');
  await walk.until('it is sent back', async () => (await of(next)).paper.review === 'returned');
  await walk.look('sent-back');
}

async function papers(walk, hands, audit) {
  const { page } = walk;
  await page.evaluate((hash) => (location.hash = hash), `#/audits/${audit}/workpapers`);
  await page.getByRole('heading', { name: '調書と査閲の進み具合' }).waitFor();
  await walk.settled();
  await walk.look('section');
  await hands.keys('p');
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).waitFor();
  await hands.fill({ 相手先: '監査統括責任者' });
  await page.getByRole('dialog').or(page.getByRole('alertdialog')).getByRole('textbox').nth(1).fill('監査規程 第8条');
  await walk.look('export');
  await walk.pick(walk.path('調書.pdf'));
  await hands.press('保存先を選ぶ');
  await hands.sees('を保存しました');
  const file = readdirSync(walk.dir).find((name) => name.endsWith('.pdf'));
  must(file?.includes('機密性'), `the file carries its class: ${file}`);
  must(readFileSync(walk.path(file)).subarray(0, 5).toString() === '%PDF-', 'it is a PDF');
  const text = execFileSync('pdftotext', ['-layout', walk.path(file), '-']).toString();
  for (const wanted of ['監査調書', '目次', '青葉-1', '台帳の写しを付けてください', '証拠一覧', '相互参照']) {
    must(text.includes(wanted), `the papers say ${wanted}`);
  }
}
