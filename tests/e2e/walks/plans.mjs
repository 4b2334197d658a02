// Lists from outside become the office, and the office a plan of three years and of one: by keyboard, from the file to the audit.
import { writeFileSync } from 'node:fs';
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

const LIST = `職員名簿,,,
所属,氏名,職名,役割
総務部総務課,青山 進,参事,
,大川 ゆり,主事,消防団
電算課,小林　拓也,情報システム課主任,
広報課,木村 明,課長,情報管理者
`;

export default async function plans(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await takeIn(walk, hands);
  await planThreeYears(walk, hands);
  await followTheYear(walk, hands);
  await look(walk, page);
}

/** A list with a bureau before a name, a former name, a blank and a department nobody knows. */
async function takeIn(walk, hands) {
  const { page } = walk;
  const file = walk.path('職員名簿.csv');
  writeFileSync(file, LIST);
  await page.evaluate(() => (location.hash = '#/office/import'));
  await hands.at('Excelから取り込む');
  await walk.look('import-empty');
  await walk.drop(file);
  await page.getByRole('heading', { level: 2, name: '確認が必要な課名' }).waitFor();
  must(await page.getByRole('button', { name: '0 件を取り込む' }).isDisabled(), 'nothing is taken over undecided');
  await walk.look('import-questions');
  await hands.press('候補のとおりに選ぶ');
  await hands.press('候補のないものはすべて新しい課にする');
  await page.getByLabel(/^所属が空欄/).selectOption('above');
  await page.getByRole('button', { name: '4 件を取り込む' }).waitFor();
  await walk.look('import-decided');
  await hands.press('4 件を取り込む');
  await hands.at('組織');
  const persons = await walk.call('person.list');
  const of = (name) => persons.find((one) => one.name === name);
  must(of('大川 ゆり').department_name === '総務課', 'a blank is what was decided');
  must(of('小林 拓也').department_name === '情報システム課', 'a former name leads to the department');
  must(persons.filter((one) => one.name.startsWith('小林')).length === 1, 'nobody is there twice');
}

async function planThreeYears(walk, hands) {
  const { page } = walk;
  await page.evaluate(() => (location.hash = '#/audits/plans/new/mid_term'));
  await hands.at('中期計画を作る');
  // The plan of the demo covers these years: another one begins after it.
  await hands.choose('最初の年度', '令和10年度');
  await walk.look('plan-new');
  await hands.press('作成する');
  await hands.at(/令和10年度〜令和12年度 中期監査計画/);
  await hands.sees(/課が、期間中のどの年度にも計画されていません/);
  const table = page.getByRole('grid', { name: '監査計画' });
  await table.focus();
  await hands.keys('1');
  await page.getByRole('gridcell', { name: '総務課、令和10年度、実地' }).waitFor();
  await hands.keys('ArrowRight');
  await hands.keys('Shift+End');
  await hands.keys('2');
  await page.getByRole('gridcell', { name: '総務課、令和12年度、書面' }).waitFor();
  // Every department at once: the filter, a range from top to bottom, one key.
  await hands.press('課');
  await table.focus();
  for (const key of ['Home', 'PageUp', 'Shift+PageDown', '1']) await hands.keys(key);
  await hands.sees('すべての課が期間中に計画されています。');
  await hands.keys('Enter');
  await walk.look('plan-marked');
  await hands.press('提出する');
  await hands.press('報告済にする');
  await walk.look('plan-gate');
  await hands.press('記録する');
  await hands.sees(/へ報告しました。/);
  await table.focus();
  await hands.keys('0');
  const plan = (await walk.call('audit_plan.list')).find((one) => one.from_year === 2028);
  must(plan.state === 'reported' && plan.left_out === 0, 'a plan that was reported is no longer edited');
}

/** From an entry of the plan of the year to its audit. */
async function followTheYear(walk, hands) {
  const { page } = walk;
  const annual = (await walk.call('audit_plan.list')).find((one) => one.kind === 'annual');
  await page.evaluate((id) => (location.hash = `#/audits/plans/${id}`), annual.id);
  await hands.at(/年度監査計画/);
  await walk.look('annual');
  await hands.press('資格管理システムの監査を計画する');
  await hands.at('監査を計画する');
  await hands.press('作成する');
  await hands.at(/資格管理システム/);
  await page.evaluate((id) => (location.hash = `#/audits/plans/${id}`), annual.id);
  await page.getByRole('link', { name: /情報セキュリティ監査\(資格管理システム\)/ }).waitFor();
  await hands.press('計画書を出力する');
  await hands.fill({ 提供の根拠: '監査統括責任者の許可' });
  await walk.look('export');
  await walk.pick(walk.path('年度計画.pdf'));
  await hands.press('保存先を選ぶ');
  await hands.sees(/を保存しました/);
}

async function look(walk, page) {
  const [person] = (await walk.call('person.list')).filter((one) => one.name === '中村 恵');
  const [subject] = (await walk.call('subject.list')).filter((one) => one.parent !== null);
  for (const address of ['#/office/roles', `#/office/persons?id=${person.id}`, `#/office/subjects?id=${subject.id}`, '#/audits/plans']) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await walk.settled();
    await walk.look(address.replace(/^#\//, '').replace(/[/?].*$/, '') + '-' + address.split('/')[2].replace(/\?.*/, ''));
  }
}
