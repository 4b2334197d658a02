// What must neither be lost nor be seen: lines being typed when the power fails, a text that waits for somebody who may
// write it, what the people opposite could read out of a search, and the small pictures of evidence.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { openPart } from './on-site.mjs';

const rowsOf = async (walk, target) => (await walk.call('grid.get', { target })).rows;

/** Signs in again after the program ended or was locked. */
async function unlock(walk, hands) {
  await hands.fill({ 利用者名: 'demo', パスフレーズ: 'aoba-demo-2026' });
  await hands.keys('Enter');
}

/** Lines typed in the evening are there again after the power failed, and no answer has been made of them. */
export async function linesSurvive(walk, hands, { audit, target }) {
  const { page } = walk;
  await openPart(walk, hands, audit.title, '番号で入力');
  await hands.choose('対象', '給付課');
  await hands.press('まとめて入力');
  const area = page.getByLabel('番号と判定（一行に一つ）');
  await walk.until('the lines have the focus', () => area.evaluate((one) => one === document.activeElement));
  await hands.type('3 ○ 台帳を');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/call/entry.keep') && answer.ok());
  await hands.type('見た\n4 x 記録が');
  await kept;
  const before = JSON.stringify((await rowsOf(walk, target)).map((row) => row.answer));
  await walk.crash();
  await hands.at('監査手帳');
  await page.getByRole('region', { name: '最近使った手帳' }).getByRole('button').first().focus();
  await hands.keys('Enter');
  await hands.at('手帳を開く');
  await unlock(walk, hands);
  await hands.at('今日やること');
  must(JSON.stringify((await rowsOf(walk, target)).map((row) => row.answer)) === before, 'lines become no answers by themselves');
  await openPart(walk, hands, audit.title, '番号で入力');
  await hands.choose('対象', '給付課');
  await walk.until('the lines are back', async () => (await area.count()) === 1 && (await area.inputValue()) === '3 ○ 台帳を見た\n4 x 記録が');
  await hands.sees('復旧');
  await walk.look('entry-lines-back');
  await area.fill('');
  await walk.until('what was given up is gone', async () => (await walk.call('entry.kept', { target })).length === 0);
}

/** A text that could not be written when the workspace was opened waits beside its item, and its field with it. */
export async function textWaits(walk, hands, { audit, target }) {
  const { page } = walk;
  const row = (await rowsOf(walk, target)).find((one) => one.exclusion === null && !one.answer?.note);
  await walk.call('draft.put', { target, item: row.item, field: 'note', text: '貸出簿を' });
  const [me] = (await walk.call('person.list', {})).filter((person) => person.login === 'demo');
  const department = (await walk.call('department.list', {})).find((one) => one.name === '給付課').id;
  const sits = (where) => {
    const { id, name, kana, post, expertise, affiliation, left_on, roles } = me;
    return walk.call('person.save', { id, name, kana, post, expertise, affiliation, left_on, roles, department: where });
  };
  await sits(department);
  await hands.keys('Control+l');
  await hands.at('手帳を開く');
  await unlock(walk, hands);
  await page.getByRole('navigation', { name: '主な画面' }).or(page.locator('#nav')).first().waitFor();
  await sits(me.department);
  await page.evaluate((hash) => (location.hash = hash), `#/audits/${audit.id}/${target}?item=${encodeURIComponent(row.item)}`);
  await hands.at('給付課');
  await hands.sees('打ちかけの文');
  const note = page.getByLabel('所見', { exact: true });
  await walk.until('its field waits too', () => note.evaluate((one) => one.readOnly));
  await walk.look('text-waits');
  await hands.press('捨てる');
  await page.getByRole('alertdialog').waitFor();
  await hands.keys('Escape');
  await hands.press('欄に入れる');
  await walk.until('the text is in its field', async () => (await note.inputValue()) === '貸出簿を' && !(await note.evaluate((one) => one.readOnly)));
}

/** In front of others a search tells nothing of what was written, and `o` leads nowhere. */
export async function nothingTold(walk, hands, { audit, target }, words) {
  const { page } = walk;
  await page.evaluate((hash) => (location.hash = hash), `#/audits/${audit.id}/${target}`);
  await hands.at('給付課');
  const grid = page.getByRole('grid', { name: '点検項目' });
  const search = page.getByRole('searchbox', { name: '項目を探す' });
  await grid.waitFor();
  await grid.focus();
  await hands.keys('/');
  await hands.type(words);
  await walk.until('what was written is found', async () => (await grid.getByRole('row').count()) === 2);
  await hands.keys('F9');
  await hands.sees('条件に合う項目はありません');
  await search.fill('');
  await grid.waitFor();
  await grid.focus();
  const at = () => grid.getAttribute('aria-activedescendant');
  await hands.keys('Home');
  await walk.until('the cursor is at the top', async () => /-0$/.test((await at()) ?? ''));
  const first = await at();
  await hands.keys('o');
  await walk.settled();
  must((await at()) === first, 'o leads to nothing that is open');
  await walk.look('grid-facing-search');
  await hands.keys('F9');
}

/** A picture taken in is shown small beside its item and in the evidence book. */
export async function smallPictures(walk, hands) {
  const { page } = walk;
  const grid = page.getByRole('grid', { name: '点検項目' });
  await grid.focus();
  const photo = Buffer.from(await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 300 });
    const context = canvas.getContext('2d');
    for (const [n, color] of ['#135', '#a33', '#dd7', '#7a7'].entries()) {
      context.fillStyle = color;
      context.fillRect(n * 100, 0, 100, 300);
    }
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'));
    return [...new Uint8Array(await blob.arrayBuffer())];
  }));
  writeFileSync(walk.path('書庫.png'), photo);
  await hands.keys('e');
  await page.getByRole('button', { name: /^ファイルを選ぶ/ }).waitFor();
  await walk.pick(walk.path('書庫.png'));
  await hands.press('ファイルを選ぶ');
  await hands.press('1 件を証拠にする');
  await page.locator('article canvas.drawn').first().waitFor();
  await walk.look('picture-item');
  await page.evaluate(() => (location.hash = '#/records/evidence'));
  await hands.at('記録');
  await page.locator('main canvas.drawn').first().waitFor();
  await walk.look('picture-book');
}
