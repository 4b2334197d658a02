// Sheets on findings: one is handed out from the page of its finding, filled in by the department, taken back, asked
// about, and recorded; the same file a second time records nothing.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';
import { fillFields } from '../workbook.mjs';

export default async function forms(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const all = await walk.call('finding.list', { fiscal_year: null, open: true });
  const finding = all.find((one) => one.state === 'correcting');
  await page.evaluate((hash) => (location.hash = hash), `#/findings/${finding.id}`);
  await hands.at(finding.title);

  await hands.press('書類');
  await page.getByRole('button', { name: '進捗報告書（Excel）' }).waitFor();
  await walk.look('papers');
  const before = new Set(readdirSync(walk.dir));
  await walk.pick(walk.path('進捗.xlsx'));
  await hands.press('進捗報告書（Excel）');
  const dialog = page.getByRole('alertdialog');
  await dialog.waitFor();
  await walk.look('hand-out');
  await hands.field('提供の根拠', dialog).fill('監査要綱');
  await hands.keys('Enter');
  await dialog.waitFor({ state: 'detached', timeout: 30_000 });
  const [sent] = readdirSync(walk.dir).filter((name) => name.endsWith('.xlsx') && !before.has(name));
  must(sent?.startsWith('【'), 'the sheet carries its class in its name');

  const people = await walk.call('person.list', {});
  const reporter = people.find((one) => one.department === finding.department).name;
  const returned = walk.path('返送_進捗.xlsx');
  const texts = {
    'field:reported_on': '令和8年11月20日',
    'field:state': '着手',
    'field:percent': '確認中',
    'field:note': '手順の案を作り、課内で確かめている。',
    'field:next_report_on': '令和8年12月21日',
    'field:reporter': '担当者',
  };
  writeFileSync(returned, fillFields(readFileSync(walk.path(sent)), texts));
  await hands.keys('Alt+4');
  await hands.at('指摘・改善');
  await hands.press('戻ってきたファイルを取り込む');
  await hands.at('戻ってきたファイルを取り込む');
  await walk.look('returned-empty');
  await walk.drop(returned);
  const preview = page.getByRole('region', { name: '返送_進捗.xlsx' });
  await preview.waitFor();
  await hands.sees('記録できません', preview);
  must(await preview.getByRole('button', { name: /^確定/ }).isDisabled(), 'nothing is recorded while something is open');
  await walk.settled();
  await walk.look('returned-questions');

  // The department corrects the percentage; who reported is chosen here.
  const corrected = walk.path('返送_進捗2.xlsx');
  writeFileSync(corrected, fillFields(readFileSync(walk.path(sent)), { ...texts, 'field:percent': '45%' }));
  await walk.drop(corrected);
  const second = page.getByRole('region', { name: '返送_進捗2.xlsx' });
  await second.waitFor();
  await second.getByLabel('どれですか').selectOption({ label: reporter });
  await hands.sees('記録できます', second);
  await walk.look('returned-ready');
  await second.getByRole('button', { name: /^確定/ }).focus();
  await hands.keys('Enter');
  await second.waitFor({ state: 'detached' });
  const now = await walk.call('finding.get', { id: finding.id });
  must(now.row.percent === 45, `45 % are recorded, not ${now.row.percent}`);
  await walk.drop(corrected);
  await second.waitFor();
  await hands.sees('同じ内容が記録済みです', second);
  await walk.settled();
  await walk.look('returned-again');
}
