// A smoke test of the real program: the window opens on the demo, unlocks, and answers through its own bridge.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { driven, waitFor } from './webdriver.mjs';

const out = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'e2e');
const { TAURI_DRIVER, KANSA_TECHO, KANSA_WORKSPACE, KANSA_LOGIN, KANSA_PASSPHRASE } = process.env;
for (const [name, value] of Object.entries({ TAURI_DRIVER, KANSA_TECHO, KANSA_WORKSPACE })) {
  if (!value) throw new Error(`${name} is not set; \`cargo xtask test\` sets it`);
}

await driven(KANSA_TECHO, [KANSA_WORKSPACE], async (page) => {
  try {
    await smoke(page);
  } catch (error) {
    await save('window-failed').catch(() => {});
    throw error;
  }
});
console.log('  ok      the real window');

async function smoke(page) {
  await page.find('input[type=password]');
  await save('window-locked');
  await page.unlock(KANSA_LOGIN, KANSA_PASSPHRASE);
  await save('window-home');

  const state = await page.call('app.state', {});
  must(state.phase === 'open', 'the workspace is open');
  must(state.workspace.demo, 'it is the demo');
  must((await page.title()).includes('監査手帳'), 'the title names the program');

  const refused = await page.call('no.such.command', {}).catch((error) => error.message);
  must(String(refused).includes('unknown-command'), 'a command outside the table is refused');
  await dialogs(page);
  await fieldwork(page);
  const outside = await page.execute(
    `try { return String(window.open('https://example.com/')); } catch (error) { return 'null'; }`,
  );
  must(outside === 'null', 'no second window opens');
  const evaluated = await page.execute(
    `const script = document.createElement('script'); script.textContent = 'window.injected = true';
     document.head.append(script); return window.injected === true;`,
  );
  must(!evaluated, 'a script that is put into the page does not run');
}

/** A verdict by one key in the grid and another by its number, as on site and in the evening. */
async function fieldwork(page) {
  const audits = await page.call('engagement.list', { kind: 'audit', fiscal_year: null });
  const audit = audits.find((one) => one.state === 'fieldwork');
  const { targets } = await page.call('engagement.get', { id: audit.id });
  const target = targets[targets.length - 1].id;
  const rows = async () => (await page.call('grid.get', { target })).rows;
  const open = (await rows()).filter((row) => row.exclusion === null && (row.answer?.verdict ?? 'unverified') === 'unverified');
  const verdict = async (item) => (await rows()).find((row) => row.item === item).answer?.verdict;

  await page.execute(`location.hash = '#/audits/${audit.id}/${target}?item=${encodeURIComponent(open[0].item)}'`);
  await page.find('[role=grid] [aria-selected=true]');
  await page.execute(`document.querySelector('[role=grid]').focus()`);
  await page.press(['2'], 50);
  await waitFor('the verdict to be stored', 15, async () => (await verdict(open[0].item)) === 'partial');
  await save('window-grid');

  await page.execute(`location.hash = '#/audits/${audit.id}/entry?target=${target}'`);
  const line = await page.find('input#line');
  await page.type(line, `${open[1].number} x 記録がない\uE007`);
  await waitFor('the line to be stored', 15, async () => (await verdict(open[1].item)) === 'nonconforming');
  await save('window-entry');
}

/** The system's own dialogs, answered by key, because WebDriver does not see them: giving up, and a name to save under. */
async function dialogs(page) {
  await page.ask('pick', { kind: 'folder', options: { title: 'pick-folder' } });
  await press('pick-folder', 'Escape');
  must((await page.answer('the folder dialog')) === null, 'a dialog that was given up gives nothing');

  await page.ask('pick', { kind: 'save', options: { title: 'pick-save', name: '報告書.pdf', extensions: ['pdf'] } });
  await press('pick-save', 'Return');
  const [picked] = await page.answer('the save dialog');
  must(picked.name === '報告書.pdf', 'the page gets the name');
  must(!JSON.stringify(picked).includes('/'), 'and no path');
}

/** Waits for a window of the system with this title and presses a key in it. */
async function press(title, key) {
  const xdotool = (...args) => execFileSync('xdotool', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const window = await waitFor(`the window ${title}`, 15, () => {
    try {
      return xdotool('search', '--onlyvisible', '--name', title).split('\n')[0];
    } catch {
      return null;
    }
  });
  xdotool('windowfocus', '--sync', window);
  // The dialog takes its keys only once it has drawn itself.
  await new Promise((resolve) => setTimeout(resolve, 500));
  xdotool('key', key);
}

/** What a person sees: a picture of the display, because the driver's own pictures are sometimes of the page before. */
async function save(name) {
  mkdirSync(out, { recursive: true });
  await new Promise((resolve) => setTimeout(resolve, 500));
  execFileSync('import', ['-window', 'root', join(out, `${name}.png`)]);
}

function must(condition, sentence) {
  if (!condition) throw new Error(`not so: ${sentence}`);
}
