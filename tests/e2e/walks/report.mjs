// The report of a year: begun, written in with the figures beside it, given its look, looked through, decided, issued,
// and corrected by a new version.
import { readFileSync, readdirSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

export default async function report(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await hands.keys('Alt+6');
  await hands.at('報告書');
  await page.getByRole('link', { name: /報告書の作成と確定/ }).click();
  await hands.sees('令和8年度 情報セキュリティ年度総括報告書');
  await walk.settled();
  await walk.look('drafted');

  await hands.keys('n');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await walk.look('new');
  await hands.press('作成する', dialog);
  await hands.at('令和8年度 情報セキュリティ年度総括報告書');
  await walk.settled();
  await walk.look('write');

  // What is written stands in it, and a figure is put where one writes.
  await hands.field('総評').focus();
  await hands.type('監査した課の適合率は');
  await page.getByRole('button', { name: /^適合率/ }).click();
  await hands.type('である。');
  await hands.keys('Tab');
  await hands.press('事項を追加');
  await hands.fill({ 内容: '時間外の紛失連絡の窓口を一つに定める', 指示の相手: '統括責任者', 予算: '年60万円' });
  await walk.quiet();
  await walk.look('written');

  await page.getByRole('link', { name: '体裁' }).click();
  await page.locator('canvas').first().waitFor();
  await walk.settled();
  await walk.look('style');
  await hands.fill({ 決裁欄: '主査、課長、事務局次長、CISO', 保存年限: '5年', 文書記号: '青広情監第　号' });
  await hands.press('独自の章を追加');
  await hands.fill({ 見出し: '次年度の計画', 前文: '次年度は、委託先の実地調査を行う。' });
  await hands.fill({ ひな形の名前: '年度総括の体裁' });
  await hands.press('残す');
  await hands.sees('ひな形「年度総括の体裁」を残しました');
  await walk.settled();
  await walk.look('styled');

  await page.getByRole('link', { name: '数値と内容' }).click();
  await page.getByRole('article').waitFor();
  await walk.settled();
  must((await page.getByRole('article').innerText()).includes('監査した課の適合率は'), 'what was written is shown');
  await walk.look('contents');
  await page.getByRole('link', { name: /^点検/ }).click();
  await hands.sees('文書番号が入力されていません。');
  await walk.look('check');

  await page.getByRole('link', { name: '決裁と確定' }).click();
  await hands.press('決裁に回す');
  await hands.sees('決裁中にしました');
  // A bare number goes into the sign of the office.
  await hands.fill({ 文書番号: '12', 起案日: '2026-11-10', 決裁日: '2026-11-18', 決裁者: '事務局長　大野 恒一' });
  await walk.quiet();
  await hands.sees('青広情監第12号');
  await walk.look('decided');
  await hands.press('確定する');
  const confirm = page.getByRole('alertdialog');
  await confirm.waitFor();
  await walk.look('confirm');
  await hands.press('確定する', confirm);
  await hands.sees('報告書を確定しました');
  await walk.settled();
  await walk.look('issued');

  await hands.keys('p');
  const hand = page.getByRole('alertdialog');
  await hand.waitFor();
  await hands.fill({ 提供の根拠: '令和8年11月18日決裁' }, hand);
  await walk.pick(walk.path('report.pdf'));
  await hands.press('保存先を選ぶ', hand);
  await hand.waitFor({ state: 'detached' });
  const [file] = readdirSync(walk.dir).filter((name) => name.endsWith('.pdf'));
  must(readFileSync(walk.path(file)).subarray(0, 5).toString() === '%PDF-', 'the pages left as they were issued');

  await page.getByRole('link', { name: '印刷の見た目' }).click();
  await page.locator('canvas').first().waitFor();
  await walk.settled();
  await walk.look('pages');
  await page.getByRole('link', { name: '決裁と確定' }).click();
  await hands.press('新しい版を作る');
  await hands.sees('新しい版の草案を作成しました');
  await hands.sees('第2版');
  await page.getByRole('link', { name: '報告書', exact: true }).last().click();
  await walk.settled();
  await walk.look('list');

  // Each department gets its own part: begun at once, handed out at once.
  await hands.keys('n');
  await dialog.waitFor();
  await dialog.getByLabel('種類').selectOption({ label: '情報セキュリティ監査報告書' });
  await dialog.getByLabel('読み手').selectOption({ label: '被監査部門（自課分）' });
  await walk.look('departments');
  await hands.press('作成する', dialog);
  await hands.sees('部署ごとの報告書の草案を3件作成しました');
  await walk.settled();
  for (const name of ['総務課', '情報システム課', '給付課']) {
    await page.getByRole('row').filter({ hasText: name }).first().getByRole('checkbox').click();
  }
  await walk.look('chosen');
  await hands.press('選んだ報告書を書き出す');
  const several = page.getByRole('alertdialog');
  await several.waitFor();
  await hands.fill({ 提供の根拠: '監査実施計画' }, several);
  await walk.look('several');
  await walk.pick(walk.path('.'));
  await hands.press('保存先を選ぶ', several);
  await several.waitFor({ state: 'detached' });
  const parts = readdirSync(walk.dir).filter((name) => name.endsWith('.pdf') && name.includes('監査報告書'));
  must(parts.length === 3, `a file for each department: ${parts}`);
  await hands.keys('n');
  await dialog.waitFor();
  await dialog.getByLabel('読み手').selectOption({ label: '公表用' });
  await hands.press('作成する', dialog);
  await hands.at('令和8年度 情報セキュリティ年度総括報告書（公表用）');
  await page.getByRole('link', { name: '決裁と確定' }).click();
  await hands.sees('公表のために除いたもの');
  await page.locator('summary').first().click();
  await walk.settled();
  await walk.look('public');
  await page.getByRole('link', { name: '印刷の見た目' }).click();
  await page.locator('canvas').first().waitFor();
  await walk.settled();
  await walk.look('public-pages');
}
