// An empty machine becomes an office: the workspace, its departments, persons with roles, and a second user.
import { must } from '../harness.mjs';

export const FIRST = { name: '青木 一郎', login: 'aoki', passphrase: '若葉の監査2026' };
export const SECOND = { name: '江口 三郎', login: 'eguchi', passphrase: '江口の合言葉26' };
export const DEPARTMENTS = ['総務課', '企画課'];

export async function createWorkspace(walk, hands) {
  const { page } = walk;
  await hands.at('監査手帳');
  await walk.look('welcome');
  await hands.press('新しい手帳を作る');
  await hands.at('新しい手帳を作る');

  // Nothing filled in: every field says so itself and the first one gets the focus.
  await hands.press('作成する');
  await hands.sees('フォルダを選んでください。');
  await walk.look('create-missing');
  await walk.pick(walk.path('手帳'));
  await hands.press('フォルダを選ぶ');
  await hands.sees('手帳', page.locator('.name'));
  await hands.field('団体・事務局の名称').focus();
  await hands.compose('若葉広域連合');
  must(await page.getByRole('heading', { level: 1, name: '新しい手帳を作る' }).isVisible(), 'the Enter of a composition submits nothing');
  must((await hands.field('団体・事務局の名称').inputValue()) === '若葉広域連合', 'what was composed is in the field');
  for (const text of [FIRST.name, '総務係長', FIRST.login, FIRST.passphrase]) {
    await hands.keys('Tab');
    await hands.type(text);
  }
  await hands.keys('Tab');
  await hands.type('違う合言葉です');
  await hands.keys('Enter');
  await hands.sees('二つのパスフレーズが違います。');
  await hands.field('パスフレーズ(もう一度)').fill(FIRST.passphrase);
  await hands.keys('Enter');

  await hands.at('復旧コードの保管');
  const code = (await page.getByLabel('復旧コード', { exact: true }).textContent()).trim();
  must(/^[0-9A-Z-]{30,}$/.test(code), `a recovery code is shown: ${code.length} characters`);
  must(await page.getByRole('button', { name: '手帳を開く' }).isDisabled(), 'one goes on only after it is put away');
  await walk.look('recovery-code');
  await hands.tick('印刷するか書き写して、安全な場所に保管しました');
  await hands.press('手帳を開く');
  await hands.at('今日やること');
  await hands.sees('はじめの準備');
  await walk.look('home-new');
  return code;
}

export async function emptyScreens(walk, hands) {
  for (const [key, title, label] of [
    ['Alt+2', '監査', 'audits'],
    ['Alt+3', '自己点検', 'self-checks'],
    ['Alt+4', '指摘・改善', 'findings'],
    ['Alt+5', '例外・見直し', 'exceptions'],
    ['Alt+6', '報告書', 'reports'],
    ['Alt+9', '記録', 'records'],
  ]) {
    await hands.keys(key);
    await hands.at(title);
    await walk.settled();
    await walk.look(`empty-${label}`);
  }
}

export async function addOffice(walk, hands) {
  const { page } = walk;
  await hands.keys('Alt+8');
  await hands.at('組織');
  await walk.settled();
  await walk.look('empty-departments');
  await hands.keys('n');
  await hands.compose('総務課');
  await hands.keys('Enter');
  await page.getByRole('row', { name: '総務課' }).waitFor();
  await hands.type('企画課');
  await hands.keys('Enter');
  await page.getByRole('row', { name: '企画課' }).waitFor();
  await hands.sees('所属する人はまだ登録されていません');
  await walk.look('departments');

  await page.getByRole('link', { name: '人と役割' }).focus();
  await hands.keys('Enter');
  await hands.sees('一覧から選ぶと');
  for (const [name, department, post, role] of [
    ['井上 花子', null, '事務局長', '最高情報セキュリティ責任者'],
    ['上田 次郎', '総務課', '総務課長', '情報管理者'],
    [SECOND.name, '企画課', '監査係', '監査人'],
  ]) {
    await hands.keys('n');
    await hands.type(name);
    await hands.keys('Enter');
    await page.getByRole('heading', { level: 2, name }).waitFor();
    if (department) await hands.choose('所属', department);
    await hands.field('職').fill(post);
    await hands.keys('Tab');
    await hands.tick(role);
    await page.getByRole('row', { name: new RegExp(`${name}.*${post}`) }).waitFor();
  }
  await walk.look('persons');

  await hands.press('利用者として登録する');
  await hands.fill({ 利用者名: SECOND.login, パスフレーズ: SECOND.passphrase, 'パスフレーズ(もう一度)': SECOND.passphrase });
  await walk.look('add-user');
  await hands.keys('Enter');
  await hands.sees('利用者「eguchi」を追加しました');
  await walk.look('users');
  await page.getByRole('link', { name: '団体・分類' }).focus();
  await hands.keys('Enter');
  await hands.field('団体・事務局の名称').waitFor();
  await walk.look('office');
}
