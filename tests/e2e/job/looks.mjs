// Language and theme while the program runs, the palette, the key help, and the screens of reading and settings.
import { must } from '../harness.mjs';

export async function looks(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+7');
  await hands.at('基準・点検表');
  await walk.settled();
  await walk.look('packs');
  await page.getByRole('link', { name: 'この基準について' }).focus();
  await hands.keys('Enter');
  await hands.sees('収録範囲');
  await walk.look('pack-about');
  await compareStandards(walk, hands);

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

  await hands.keys('Alt+0');
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
    ['Alt+6', 'Report', 'report'],
    ['Alt+8', 'Organisation', 'office'],
  ]) {
    await hands.keys(key);
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Settings' }).first().waitFor();
    await walk.settled();
    const text = await page.locator('nav#nav').innerText();
    must(!/[ぁ-んァ-ン一-龠]/.test(text), `${title}: no Japanese is left in the menu: ${text}`);
    await walk.look(`en-${label}`);
  }
  await hands.keys('Alt+0');
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
      ['Alt+6', '報告書', 'report'],
    ]) {
      await hands.keys(key);
      await hands.at(title);
      await walk.settled();
      // What was read in the other language is read again.
      if (label === 'report') await page.getByRole('article', { name: /情報セキュリティ年度総括報告書/ }).waitFor();
      await walk.look(`${theme}-${label}`);
    }
    await hands.keys('Alt+2');
    await page.getByRole('link', { name: '令和8年度 情報セキュリティ監査' }).focus();
    await hands.keys('Enter');
    await page.getByRole('link', { name: '総務課' }).focus();
    await hands.keys('Enter');
    await page.getByRole('grid', { name: '点検項目' }).waitFor();
    await walk.look(`${theme}-grid`);
    await hands.keys('Alt+0');
    await hands.at('設定');
  }
  await page.getByRole('radio', { name: '明るい' }).check();
  await page.getByRole('radio', { name: /^高密度/ }).check();
  await hands.keys('Alt+2');
  await walk.settled();
  await walk.look('dense-audits');
}

// All standards at once: by topic, by search, and the way to the changes between two editions.
async function compareStandards(walk, hands) {
  const { page } = walk;
  await page.getByRole('link', { name: '対照表', exact: true }).focus();
  await hands.keys('Enter');
  await page.getByRole('grid', { name: '対照表' }).waitFor();
  await walk.settled();
  await walk.look('crosswalk');
  await hands.keys('/');
  await hands.type('ﾛｸﾞｲﾝ');
  await page.getByRole('row', { name: /ログイン時の認証/ }).waitFor();
  await page.getByRole('button', { name: /^義務が異なる/ }).press('Enter');
  must((await page.getByRole('row', { name: /一部が他の基準より弱い/ }).count()) > 0, 'a cell that only endeavours says so in words');
  await page.getByRole('grid', { name: '対照表' }).focus();
  await page.getByRole('heading', { level: 2, name: 'ログイン時の認証' }).waitFor();
  await page.getByRole('region', { name: '蓬田村' }).getByRole('link').first().waitFor();
  await walk.look('crosswalk-topic');
  await hands.keys('Enter');
  await hands.keys('Enter');
  await page.getByRole('grid', { name: '点検項目' }).waitFor();
  await hands.sees('6.4.2ア-1');

  await hands.tick('すべての基準');
  await hands.keys('/');
  await hands.type('ﾛｸﾞ 保存');
  await hands.choose('対象', 'システム');
  await page.getByRole('row', { name: /蓬田村/ }).first().waitFor();
  await page.getByRole('grid', { name: '点検項目' }).focus();
  await page.getByRole('button', { name: 'この基準で開く' }).waitFor();
  await walk.look('packs-everywhere');

  await page.getByRole('link', { name: /^版の一覧/ }).focus();
  await hands.keys('Enter');
  await page.getByRole('row', { name: /蓬田村/ }).getByRole('checkbox').check();
  await hands.sees('同じ基準の版を二つ選ぶと');
  await page.getByRole('row', { name: /兵庫県.*2024-05/ }).getByRole('checkbox').check();
  await hands.press('比べる');
  await hands.sees('別の基準なので');
  await walk.look('editions-of-two-standards');

  // The edition that was made here, beside the one it was copied from.
  await page.getByRole('link', { name: '版の一覧に戻る' }).focus();
  await hands.keys('Enter');
  await page.getByRole('row', { name: /兵庫県.*2024-05/ }).getByRole('checkbox').check();
  await page.getByRole('row', { name: /兵庫県.*2027-04/ }).getByRole('checkbox').check();
  await hands.press('比べる');
  await hands.sees('台帳を毎月確かめているか。');
  await walk.look('editions-changes');
}
