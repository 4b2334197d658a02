// The views over all findings, by keyboard: the table filtered, grouped, saved and handed out; days, reminders, handover.
import { mkdirSync, readdirSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

export default async function findingsViews(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const go = async (address) => {
    await page.evaluate((hash) => (location.hash = hash), address);
    await walk.settled();
  };

  await go('#/findings?year=all&group=department');
  await page.locator('.group').filter({ hasText: '総務課' }).waitFor();
  const bar = await page.locator('.bar').first().boundingBox();
  must(bar.height < 70, `the filters stand in one line (${bar.height} px)`);
  const grid = page.getByRole('grid', { name: '指摘・改善' });
  await grid.focus();
  await hands.keys('ArrowDown');
  must(await page.locator('.row.cursor').count(), 'the cursor stands on a row and on no heading');
  await walk.look('grouped');

  await hands.press('保存した見方');
  await hands.field('いまの見方を保存').fill('課ごと');
  await hands.keys('Enter');
  await hands.sees('「課ごと」を保存しました');
  await go('#/findings');
  must((await page.locator('.group').count()) === 0, 'without groups there are no headings');
  await hands.press('保存した見方');
  await walk.look('saved-views');
  await hands.press('課ごと');
  await page.locator('.group').first().waitFor();
  must(new URL(page.url()).hash.includes('group=department'), 'the saved view stands in the address again');

  await hands.press('表を出力');
  await hands.field('相手先').fill('CISO');
  await hands.field('提供の根拠').fill('監査実施要領');
  await walk.look('handing-out');
  await walk.pick(walk.path('一覧.xlsx'));
  await hands.keys('Enter');
  await walk.until('the table has left', async () => (await walk.call('release.list')).length > 0);
  const [release] = await walk.call('release.list');
  must(release.kind === 'list-xlsx' && release.recipient === 'CISO', 'the table stands in the register');

  await go('#/findings?year=all');
  await grid.focus();
  await hands.keys('Control+a');
  await hands.press('書類を渡す');
  const papers = page.getByRole('alertdialog');
  await hands.choose('書類', '改善指示書', papers);
  await papers.getByRole('radio', { name: '課ごとに1つ' }).check();
  await walk.look('papers-of-several');
  await hands.field('提供の根拠', papers).fill('監査実施要領');
  const folder = walk.path('書類');
  mkdirSync(folder);
  await walk.pick(folder);
  await hands.press('保存先を選ぶ', papers);
  await papers.waitFor({ state: 'detached', timeout: 30_000 });
  const orders = (await walk.call('release.list')).filter((one) => one.kind === 'order-pdf');
  must(orders.length === readdirSync(folder).length && orders.length > 1, `a file for each department stands in the register: ${orders.length}`);
  must(orders.every((one) => one.recipient.length > 0), 'and the department that gets it');
  await go('#/findings?year=all&group=department');
  const head = page.locator('.group button').first();
  await head.focus();
  const before = await page.locator('.rows .row').count();
  await hands.keys('Enter');
  await walk.until('the group is folded', async () => (await head.getAttribute('aria-expanded')) === 'false');
  must((await page.locator('.rows .row').count()) < before, 'a folded group shows its heading alone');
  await hands.keys('ArrowRight');
  await walk.until('the group is open again', async () => (await head.getAttribute('aria-expanded')) === 'true');

  await go('#/findings/due');
  const month = page.getByRole('grid', { name: /年.*月/ });
  await month.locator('[aria-current="date"]').waitFor();
  await month.locator('[tabindex="0"]').focus();
  const day = () => month.locator('[tabindex="0"] time').getAttribute('datetime');
  const today = await day();
  await hands.keys('ArrowDown', 'ArrowLeft');
  must((await day()) !== today, 'arrows move from day to day');
  await hands.keys('PageDown', 'PageUp', 'PageUp');
  await walk.look('calendar-before');
  await hands.press('今日');
  await walk.until('today is chosen', async () => (await day()) === today);
  await month.locator('.count').first().click();
  await month.locator('[tabindex="0"]').focus();
  await hands.keys('Enter');
  must(await page.evaluate(() => document.activeElement.closest('section.list') !== null), 'Enter opens the list of the day');
  await hands.keys('Escape');
  must(await page.evaluate(() => document.activeElement.getAttribute('role') === 'gridcell'), 'and Escape leads back to it');
  await walk.look('calendar');
  await hands.keys('v');
  await page.locator('.group').first().waitFor();
  must((await page.locator('.group').first().textContent()).startsWith('期限超過'), 'what is late comes first');
  await walk.look('due');

  await go('#/findings/reminders');
  await hands.press('督促状・一覧を作る');
  await hands.sees('載せるもの');
  await walk.look('reminders');
  await hands.keys('Escape');

  await go('#/findings/handover');
  const posts = page.getByRole('grid', { name: '職の一覧' });
  await posts.focus();
  await hands.keys('ArrowDown', 'ArrowDown');
  await walk.settled();
  await page.getByRole('button', { name: '引継一覧を出力' }).waitFor();
  await walk.look('handover');

  const [audit] = await walk.call('engagement.list', { kind: 'audit', fiscal_year: 2026 });
  await go(`#/audits/${audit.id}/follow-up`);
  const listed = page.getByRole('grid', { name: '検証するもの' });
  await listed.getByText('この監査で検証済み').waitFor();
  await walk.look('follow-up');
  await listed.focus();
  await hands.keys('Enter');
  await walk.until('the finding is open', async () => page.url().includes(`audit=${audit.id}`));
}
