// Language and theme while the program runs, the palette, the key help, and the screens of reading and settings.
import { must } from '../harness.mjs';

export async function looks(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+6');
  await hands.at('基準・点検表');
  await walk.settled();
  await walk.look('packs');
  await page.getByRole('link', { name: 'この基準について' }).focus();
  await hands.keys('Enter');
  await hands.sees('収録範囲');
  await walk.look('pack-about');

  await hands.keys('Control+k');
  await page.getByRole('combobox', { name: '画面・操作・記録を探す' }).waitFor();
  await hands.compose('鍵');
  must((await page.getByRole('combobox', { name: '画面・操作・記録を探す' }).count()) === 1, 'the Enter of a composition chooses nothing');
  await page.getByRole('option').filter({ hasText: 'サーバ室の鍵' }).first().waitFor();
  await walk.look('palette');
  await hands.keys('Escape');
  await hands.keys('?');
  await page.getByRole('dialog', { name: 'キーボード操作' }).waitFor();
  await walk.look('key-help');
  await hands.keys('Escape');

  await hands.keys('Alt+9');
  await hands.at('設定');
  await walk.look('settings');
  await page.getByRole('radio', { name: '日本語' }).focus();
  await hands.keys('ArrowDown');
  await hands.at('Settings');
  must((await page.evaluate(() => document.documentElement.lang)) === 'en', 'the page says which language it is in');
  for (const [key, title, label] of [
    ['Alt+1', 'Today', 'home'],
    ['Alt+2', 'Audits', 'audits'],
    ['Alt+4', 'Findings', 'findings'],
    ['Alt+5', 'Report', 'report'],
    ['Alt+7', 'Organisation', 'office'],
  ]) {
    await hands.keys(key);
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Settings' }).first().waitFor();
    await walk.settled();
    const text = await page.locator('nav#nav').innerText();
    must(!/[ぁ-んァ-ン一-龠]/.test(text), `${title}: no Japanese is left in the menu: ${text}`);
    await walk.look(`en-${label}`);
  }
  await hands.keys('Alt+9');
  await hands.at('Settings');
  await page.getByRole('radio', { name: 'English' }).focus();
  await hands.keys('ArrowUp');
  await hands.at('設定');

  for (const [name, theme] of [
    ['暗い', 'dark'],
    ['ハイコントラスト', 'contrast'],
  ]) {
    await page.getByRole('radio', { name }).check();
    await walk.look(`${theme}-settings`);
    for (const [key, title, label] of [
      ['Alt+1', '今日やること', 'home'],
      ['Alt+4', '指摘・改善', 'findings'],
      ['Alt+5', '報告書', 'report'],
    ]) {
      await hands.keys(key);
      await hands.at(title);
      await walk.settled();
      // What was read in the other language is read again.
      if (label === 'report') await page.getByRole('article', { name: /情報セキュリティ監査報告書/ }).waitFor();
      await walk.look(`${theme}-${label}`);
    }
    await hands.keys('Alt+2');
    await page.getByRole('link', { name: '令和8年度 情報セキュリティ監査' }).focus();
    await hands.keys('Enter');
    await page.getByRole('link', { name: '総務課' }).focus();
    await hands.keys('Enter');
    await page.getByRole('grid', { name: '点検項目' }).waitFor();
    await walk.look(`${theme}-grid`);
    await hands.keys('Alt+9');
    await hands.at('設定');
  }
  await page.getByRole('radio', { name: '明るい' }).check();
  await page.getByRole('radio', { name: /^高密度/ }).check();
  await hands.keys('Alt+2');
  await walk.settled();
  await walk.look('dense-audits');
}
