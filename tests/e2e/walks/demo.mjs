// The demo: every entry of the menu opens, and nothing is lost at a magnification of 200 %.
import { must } from '../harness.mjs';
import { Hands } from '../hands.mjs';

export default async function demo(walk) {
  const { page } = walk;
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  await walk.settled();
  await walk.look('home');

  const entries = await page.locator('nav#nav a').evaluateAll((links) =>
    links.map((link) => ({ address: link.getAttribute('href'), name: link.textContent.trim() })),
  );
  must(entries.length >= 9, `the menu has its entries: ${entries.map((one) => one.name)}`);
  for (const [n, { name }] of entries.entries()) {
    await page.locator('nav#nav a').nth(n).focus();
    await hands.keys('Enter');
    await page.locator('nav#nav a[aria-current=page]').filter({ hasText: name }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await walk.settled();
    must((await page.getByText('この画面はありません').count()) === 0, `${name} opens`);
    await walk.look(`menu-${n + 1}`);
  }
  const audits = await walk.call('engagement.list', { kind: null, fiscal_year: null });
  const findings = await walk.call('finding.list', { fiscal_year: null, open: false });
  const audit = await walk.call('engagement.get', { id: audits.find((one) => one.kind === 'audit').id });
  const deep = [
    `#/audits/${audit.id}`,
    `#/audits/${audit.id}/${audit.targets[0].id}`,
    `#/findings/${findings[0].id}`,
    '#/records/releases',
    '#/office/persons',
    '#/settings/licences',
  ];
  for (const address of deep) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await walk.settled();
    await walk.look(address.split('/').slice(1).filter((part) => !/\d/.test(part)).join('-') || 'deep');
  }

  // 200 % of 1280 × 720 leaves 640 × 360 for the page: it may scroll down, never sideways.
  await page.setViewportSize({ width: 640, height: 360 });
  for (const address of [...entries.map((one) => one.address), ...deep]) {
    await page.evaluate((hash) => (location.hash = hash), address);
    await walk.settled();
    await narrow(walk, address);
    await walk.look(`narrow-${address.replace(/^#\/?/, '').split('/')[0] || 'home'}`);
  }
}

/** Nothing is wider than the window but what scrolls by itself. */
async function narrow(walk, where) {
  const wide = await walk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  must(wide <= 0, `${where} is ${wide} px wider than the window at 200 %`);
}
