import { browser, Walk } from './harness.mjs';
import { Hands } from './hands.mjs';
const chromium = await browser();
const walk = await Walk.start(chromium, 'zz', { viewport: { width: 1280, height: 720 } });
const { page } = walk;
const hands = new Hands(walk);
try {
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const list = await walk.call('engagement.list', { kind: 'audit', fiscal_year: 2026 });
  const id = list[0].id;
  const go = async (hash, name) => { await page.evaluate((h) => (location.hash = h), hash); await page.waitForTimeout(250); await walk.settled(); await page.screenshot({ path: `/tmp/zz-${name}.png` }); };
  for (const p of ['', 'plan', 'independence', 'assign', 'workpapers', 'edit']) await go(`#/audits/${id}${p ? '/' + p : ''}`, p || 'overview');
  await page.setViewportSize({ width: 640, height: 360 });
  await go(`#/audits/${id}/independence`, '200-ind');
  await go(`#/audits/${id}`, '200-over');
  await page.setViewportSize({ width: 1280, height: 720 });
  const annual = (await walk.call('audit_plan.list')).find((one) => one.kind === 'annual');
  await go(`#/audits/plans/${annual.id}`, 'annual');
  await hands.press('資格管理システムの監査を計画する');
  await hands.at('監査を計画する');
  await page.screenshot({ path: '/tmp/zz-form.png', fullPage: true });
  await page.locator('main').evaluate((m) => m.querySelectorAll('*').forEach((e) => { if (e.scrollHeight > e.clientHeight + 100 && getComputedStyle(e).overflowY !== 'visible') e.scrollTop = 420; }));
  await page.waitForTimeout(200);
  await page.screenshot({ path: '/tmp/zz-form2.png' });
} catch (e) { console.error(e); await page.screenshot({ path: '/tmp/zz-fail.png' }); }
await chromium.close(); process.exit(0);
