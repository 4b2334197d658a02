// From finding to closure: the whole lives of five different findings, by keyboard, in the office of the demo.
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

/** One finding on its page. */
class Life {
  constructor(walk, hands, id) {
    Object.assign(this, { walk, hands, page: walk.page, id });
  }

  /** Opens its page. */
  async open() {
    await this.page.evaluate((hash) => (location.hash = hash), `#/findings/${this.id}`);
    const { row } = await this.walk.call('finding.get', { id: this.id });
    await this.page.locator('header .number', { hasText: row.number }).waitFor();
    await this.walk.settled();
  }

  /** Opens the form of a step, fills it in, sends it, and waits until it is gone and the focus is on what comes next. */
  async step(name, { fill = {}, choose = {}, pick = [], label, before } = {}) {
    const { hands, page } = this;
    await hands.press(name, page.locator('section.next'));
    const form = page.getByRole('form', { name });
    await form.waitFor();
    for (const [field, option] of Object.entries(choose)) await hands.choose(field, option, form);
    for (const option of pick) {
      await form.getByRole('radio', { name: option, exact: true }).focus();
      await hands.keys('Space');
    }
    await hands.fill(fill, form);
    await hands.keys('Tab');
    if (before) await before(form);
    if (label) await this.walk.look(label);
    await hands.press(name, form);
    await form.waitFor({ state: 'detached' });
    await this.focused(name);
  }

  /** The focus is on a deed of the page after a form has closed, never nowhere. */
  async focused(after) {
    await this.walk.until(`the focus is on what comes next after ${after}`, () =>
      this.page.evaluate(() => document.activeElement?.closest('section.next') !== null),
    );
  }

  async reaches(state) {
    await this.walk.until(`${this.id} is ${state}`, async () => {
      const { row } = await this.walk.call('finding.get', { id: this.id });
      return row.state === state;
    });
  }
}

export default async function improvement(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await walk.settled();
  const audits = await walk.call('engagement.list', { kind: 'audit', fiscal_year: null });
  const newest = audits.toSorted((a, b) => b.fiscal_year - a.fiscal_year)[0];
  const audit = await walk.call('engagement.get', { id: newest.id });
  const target = (name) => audit.targets.find((one) => one.name === name).id;
  const make = async (department, verdict, items) => {
    const at = target(department);
    await walk.call('answer.set', { target: at, items, verdict });
    for (const item of items) await walk.call('answer.write', { target: at, item, field: 'note', text: `${department}で確かめた。` });
    const made = await walk.call('finding.make', { target: at, items });
    return new Life(walk, hands, made.output.id);
  };
  const first = await range(walk, hands, target('総務課'));
  await agreed(walk, hands, first);
  await disputed(walk, await make('情報システム課', 'nonconforming', ['hyogo:7.4.1エ-2']), hands);
  await urgent(await make('給付課', 'nonconforming', ['hyogo:7.4.1イ(2)-1']));
  await acrossTheOffice(walk, hands, await make('給付課', 'nonconforming', ['hyogo:6.4.1-2']));
  await good(walk, await make('総務課', 'conforming', ['hyogo:6.4.1-1']));
}

/** In the grid a range and `f` make one finding; an item that has one already leads to it, and a range with it says so. */
async function range(walk, hands, target) {
  const { page } = walk;
  const audit = (await walk.call('engagement.list', { kind: 'audit', fiscal_year: null })).toSorted((a, b) => b.fiscal_year - a.fiscal_year)[0];
  const rows = (await walk.call('grid.get', { target })).rows;
  const free = rows.filter((row) => row.exclusion === null && row.finding === null);
  // Two neighbours in the list, judged badly.
  const n = rows.findIndex((row, at) => free.includes(row) && free.includes(rows[at + 1]));
  const items = [rows[n].item, rows[n + 1].item];
  await walk.call('answer.set', { target, items, verdict: 'nonconforming' });
  await walk.call('answer.write', { target, item: items[0], field: 'note', text: '台帳に記載がなかった。' });
  await page.evaluate((hash) => (location.hash = hash), `#/audits/${audit.id}/${target}?item=${encodeURIComponent(items[0])}`);
  await walk.settled();
  const row = page.locator('[role=row][aria-selected=true], [role=option][aria-selected=true]').first();
  await row.waitFor();
  await hands.keys('Shift+ArrowDown');
  await hands.keys('f');
  await page.waitForURL(/#\/findings\//);
  await walk.settled();
  const id = page.url().split('/findings/')[1].split('?')[0];
  const detail = await walk.call('finding.get', { id });
  must(detail.more_items.length === 1, `one finding speaks of both items: ${JSON.stringify(detail.more_items)}`);
  await walk.look('made-of-two');

  // An item is added from the page, and taken away.
  await hands.press('項目を加える');
  const form = page.getByRole('form', { name: '項目を加える' });
  await form.waitFor();
  await hands.press('項目を加える', form);
  await form.locator('[aria-invalid=true]').waitFor();
  await walk.look('item-missing');
  const option = await hands.field('項目', form).locator('option').nth(1).getAttribute('value');
  await hands.field('項目', form).selectOption(option);
  await hands.press('項目を加える', form);
  await form.waitFor({ state: 'detached' });
  await walk.until('there are three items', async () => (await walk.call('finding.get', { id })).more_items.length === 2);
  const off = page.getByRole('button', { name: /を外す$/ });
  await walk.until('both further items can be taken away', async () => (await off.count()) === 2);
  await off.last().focus();
  await hands.keys('Enter');
  await walk.until('there are two items', async () => (await walk.call('finding.get', { id })).more_items.length === 1);
  await walk.until('the focus is back', () => page.evaluate(() => document.activeElement?.textContent?.includes('項目を加える')));

  // The office's own levels of risk.
  await hands.press('リスクの段階を決める');
  const levels = page.getByRole('dialog');
  await levels.waitFor();
  await hands.field('発生可能性', levels).fill('高\n高');
  await hands.press('リスクの段階を決める', levels);
  await hands.sees('「高」が二度書かれています', levels);
  await hands.field('発生可能性', levels).fill('頻繁\n時々\nまれ');
  await walk.look('levels');
  await hands.press('リスクの段階を決める', levels);
  await levels.waitFor({ state: 'detached' });
  await hands.choose('発生可能性', '時々');
  return new Life(walk, hands, id);
}

/** (a) Agreed, ordered, planned, corrected, verified. Esc closes a form and not the page. */
async function agreed(walk, hands, life) {
  const { page } = walk;
  await life.open();
  await hands.fill({ 事実: '台帳に記載のない端末が2台あった。' });
  await page.locator('section.next').focus();
  await hands.keys('Control+Enter');
  const form = page.getByRole('form', { name: '事実確認を送る' });
  await form.waitFor();
  await hands.keys('Escape');
  await form.waitFor({ state: 'detached' });
  must(page.url().includes('/findings/'), 'Esc closes the form and not the page');
  await life.focused('Esc');
  await life.step('課の見解を記録する', { fill: { 回答者: '総務課長 高橋 誠' } });
  await life.reaches('fact_check');
  await page.getByRole('button', { name: '指摘を確定する' }).focus();
  await hands.keys('Enter');
  await life.reaches('confirmed');
  await life.focused('指摘を確定する');
  await life.step('改善を指示する', { fill: { 期限: 'R9.1.29', 指示の内容: '台帳を改めること。' }, label: 'a-order' });
  await plan(life, { choose: { 申請者: '高橋 誠' }, label: 'a-plan', milestone: ['R8.12.18', '台帳の点検'] });
  await life.reaches('planned');
  await life.step('改善計画を承認する', { choose: { 承認者: '森田 直樹' } });
  await life.step('進捗を報告する', {
    fill: { '進捗率(%)': '80', 実施した内容: '台帳を点検した。' },
    before: async (form) => {
      await hands.tick('達成: 台帳の点検', form);
    },
  });
  await complete(life, '改めた台帳');
  await life.step('有効と検証する', { fill: { 検証の内容: '台帳と現物を照らし合わせた。' } });
  await life.reaches('closed');
  await walk.look('a-closed');
}

/** (b) Disputed, answered, returned, revised, moved, delayed, insufficient, closed, reopened. */
async function disputed(walk, life, hands) {
  await life.open();
  await life.step('事実確認を送る', { fill: { 回答の期限: 'R8.12.4' } });
  await life.step('課の見解を記録する', {
    pick: ['異議'],
    fill: { 見解の内容: '廃棄の記録は別の帳簿にある。', 回答者: '情報システム課長' },
  });
  await life.step('指摘を確定する', { fill: { 監査人の回答: '別の帳簿にも4枚の記録がない。' }, label: 'b-reply' });
  await life.step('改善を指示する', { fill: { 期限: 'R9.1.29', 指示の内容: '廃棄の記録を残すこと。' } });
  await plan(life, { choose: { 申請者: '中村 恵' } });
  await life.step('改善計画を差し戻す', { choose: { 承認者: '森田 直樹' }, fill: { 差戻しの理由: '予防措置がない。' } });
  await life.reaches('ordered');
  await plan(life, { choose: { 申請者: '中村 恵' }, fill: { 予防措置: '四半期ごとに照らし合わせる。' } });
  // Who applied is told so at once and gives a reason, or names somebody else.
  await life.step('改善計画を承認する', {
    before: async (form) => {
      await hands.choose('承認者', '中村 恵', form);
      await hands.sees('申請した本人は承認できません', form);
      await walk.look('b-own-approval');
      await hands.choose('承認者', '森田 直樹', form);
    },
  });
  await life.step('期限を変える', { fill: { 新しい期限: 'R9.2.26', 変更の理由: '台帳の様式の決裁が遅れる。' }, choose: { 承認者: '森田 直樹' }, label: 'b-due' });
  await life.step('進捗を報告する', {
    pick: ['遅延'],
    fill: { '進捗率(%)': '30', 遅延理由: '様式の決裁待ち', 実施した内容: '様式の案を作った。' },
  });
  await complete(life, '新しい記録簿');
  await life.step('不十分として差し戻す', { fill: { 不十分な点: '過去の4枚の記録がない。' } });
  await life.reaches('correcting');
  await complete(life, '4枚の廃棄の記録');
  await life.step('有効と検証する', { fill: { 検証の内容: '記録と現物を確かめた。' } });
  await life.step('再開する', { fill: { 理由: '別の3枚の記録がないことが分かった。' } });
  await life.reaches('correcting');
  await hands.page.locator('details summary').focus();
  await hands.keys('Enter');
  await walk.look('b-history');
}

/** (c) Ordered before it is confirmed; the department is silent, which is recorded after its day. */
async function urgent(life) {
  const { walk, hands } = life;
  await life.open();
  await life.step('緊急に改善を指示する', {
    fill: { 期限: 'R8.11.30', 指示の内容: 'カードを抜くことを今日中に徹底すること。', 確定を待てない理由: '今も続いているため。' },
    label: 'c-urgent',
  });
  await life.step('事実確認を送る', { fill: { 送付日: 'R8.11.16', 回答の期限: 'R8.11.20' } });
  await life.step('課の見解を記録する', { pick: ['期限内無回答'] });
  await hands.press('指摘を確定する');
  await life.reaches('ordered');
  await walk.until('silence is shown as silence', async () =>
    (await hands.page.locator('header .title').innerText()).includes('期限内無回答'),
  );
  await walk.look('c-ordered');
}

/** (d) Across the office: ordered to the 統括, three departments are asked, one of which gets its own finding. */
async function acrossTheOffice(walk, hands, life) {
  const { page } = walk;
  await life.open();
  await hands.tick('組織横断の課題');
  await life.step('課の見解を記録する', { fill: { 回答者: '給付課長 渡辺 由美' } });
  await hands.press('指摘を確定する');
  await life.reaches('confirmed');
  await life.focused('指摘を確定する');
  await life.step('改善を指示する', {
    fill: { 期限: 'R9.1.29', 指示の内容: '全課の保管庫の鍵の管理者を決めること。' },
    before: async (form) => {
      const to = await hands.field('あて先', form).inputValue();
      must(to.includes('情報セキュリティ統括責任者') && to.includes('森田 直樹'), `across the office it goes to the 統括: ${to}`);
    },
  });
  await page.getByRole('button', { name: 'ほかの課に確認を依頼する' }).focus();
  await hands.keys('Enter');
  const ask = page.getByRole('form', { name: 'ほかの課に確認を依頼する' });
  await ask.waitFor();
  await hands.press('ほかの課に確認を依頼する', ask);
  await ask.locator('[aria-invalid=true], [role=alert]').first().waitFor();
  for (const name of ['総務課', '会計課', '資格管理課']) await hands.tick(name, ask);
  await hands.fill({ 回答の期限: 'R8.12.18' }, ask);
  await hands.keys('Tab');
  await walk.look('d-ask');
  await hands.press('ほかの課に確認を依頼する', ask);
  await ask.waitFor({ state: 'detached' });
  await walk.until('the focus stays in the section', () =>
    page.evaluate(() => document.activeElement?.closest('[aria-labelledby=horizontal]') !== null),
  );
  const rows = (await walk.call('finding.get', { id: life.id })).horizontal;
  must(rows.length === 3, 'three departments are asked');
  const answer = async (name, result, text) => {
    const article = page.locator('article').filter({ has: page.getByRole('heading', { level: 3, name: new RegExp(name) }) });
    await hands.press('回答を記録する', article);
    const form = article.getByRole('form');
    await form.waitFor();
    await form.getByRole('radio', { name: result }).focus();
    await hands.keys('Space');
    await hands.fill({ 確かめた内容: text, 回答者: `${name}長` }, form);
    await hands.press('回答を記録する', form);
    await form.waitFor({ state: 'detached' });
    return article;
  };
  const clear = await answer('会計課', '問題なし', '見ていない。');
  await hands.press('再確認を依頼する', clear);
  const again = clear.getByRole('form');
  await hands.fill({ 理由: '現物を見て答えてください。' }, again);
  await hands.press('再確認を依頼する', again);
  await again.waitFor({ state: 'detached' });
  await answer('会計課', '問題なし', '鍵の管理者は係長で、鍵箱にある。');
  await hands.press('確認済みにする', clear);
  await answer('資格管理課', '該当なし', '保管庫がない。');
  const same = await answer('総務課', '同じ問題あり', '鍵の管理者が決まっていなかった。');
  await walk.look('d-answers');
  await hands.press('指摘にする', same);
  await page.waitForURL((url) => !url.href.includes(life.id));
  await walk.settled();
  await hands.sees('横展開のもと');
  await walk.look('d-own-finding');
}

/** (e) A good practice is confirmed at once, and nothing is ordered. */
async function good(walk, life) {
  const { hands, page } = life;
  await life.open();
  await hands.choose('区分', 'グッドポイント');
  await page.getByRole('button', { name: '指摘を確定する' }).waitFor();
  await hands.press('指摘を確定する');
  await life.reaches('confirmed');
  await walk.settled();
  must((await page.getByRole('button', { name: '改善を指示する' }).count()) === 0, 'nothing is ordered');
  await walk.look('e-good');
}

async function plan(life, { choose = {}, fill = {}, label, milestone } = {}) {
  const { hands } = life;
  await life.step('改善計画を提出する', {
    choose,
    fill: { 原因: '手順がなかった。', 是正措置: '手順を定めて周知する。', 期限: 'R9.1.29', ...fill },
    label,
    before: async (form) => {
      if (!milestone) return;
      await hands.press('中間目標を足す', form);
      await hands.fill({ 日: milestone[0], 目標: milestone[1] }, form);
      await hands.keys('Tab');
    },
  });
}

async function complete(life, paper) {
  const { hands } = life;
  await life.step('完了を報告する', {
    fill: { 実施した内容: '計画のとおり改めた。' },
    before: async (form) => {
      await form.getByRole('radio', { name: '紙・場所を控える' }).focus();
      await hands.keys('Space');
      await hands.fill({ 名称: paper, 保管場所: '書庫 B-2' }, form);
      await hands.press('記録する', form);
      await hands.sees(paper, form);
    },
  });
}
