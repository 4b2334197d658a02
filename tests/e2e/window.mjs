// A smoke test of the real program: the window opens on the demo, unlocks, and answers through its own bridge.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Session, waitFor } from './webdriver.mjs';

const out = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'out', 'e2e');
const { TAURI_DRIVER, KANSA_TECHO, KANSA_WORKSPACE, KANSA_LOGIN, KANSA_PASSPHRASE } = process.env;
for (const [name, value] of Object.entries({ TAURI_DRIVER, KANSA_TECHO, KANSA_WORKSPACE })) {
  if (!value) throw new Error(`${name} is not set; \`cargo xtask test\` sets it`);
}

const [port, nativePort] = [await freePort(), await freePort()];
const driver = spawn(TAURI_DRIVER, ['--port', String(port), '--native-port', String(nativePort)], { stdio: 'inherit' });
let session;
try {
  const address = `http://127.0.0.1:${port}`;
  await waitFor('the driver', 20, () =>
    fetch(`${address}/status`).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
  session = await Session.open(address, KANSA_TECHO, [KANSA_WORKSPACE]);
  await smoke(session);
  console.log('  ok      the real window');
} catch (error) {
  if (session) await save('window-failed').catch(() => {});
  throw error;
} finally {
  await session?.close().catch(() => {});
  driver.kill();
}

async function smoke(page) {
  const passphrase = await page.find('input[type=password]');
  await save('window-locked');
  await page.type(await page.find('input[autocomplete=username]'), KANSA_LOGIN);
  await page.type(passphrase, `${KANSA_PASSPHRASE}\uE007`);
  await waitFor('the open workspace', 30, () => page.execute(`return !document.querySelector('input[type=password]')`));
  await page.find('nav');
  await save('window-home');

  const state = await call(page, 'app.state', {});
  must(state.phase === 'open', 'the workspace is open');
  must(state.workspace.demo, 'it is the demo');
  must((await page.title()).includes('監査手帳'), 'the title names the program');

  const refused = await call(page, 'no.such.command', {}).catch((error) => error.message);
  must(String(refused).includes('unknown-command'), 'a command outside the table is refused');
  await dialogs(page);
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

/** The system's own dialogs, answered by key, because WebDriver does not see them: giving up, and a name to save under. */
async function dialogs(page) {
  await ask(page, 'pick', { kind: 'folder', options: { title: 'pick-folder' } });
  await press('pick-folder', 'Escape');
  must((await answer(page, 'the folder dialog')) === null, 'a dialog that was given up gives nothing');

  await ask(page, 'pick', { kind: 'save', options: { title: 'pick-save', name: '報告書.pdf', extensions: ['pdf'] } });
  await press('pick-save', 'Return');
  const [picked] = await answer(page, 'the save dialog');
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

/** A command of the table through the program's own bridge. */
async function call(page, name, request) {
  await ask(page, 'call', { name, request });
  return answer(page, name);
}

/** Asks the bridge. The answer is left in the page, because what asks cannot wait for it. */
function ask(page, command, args) {
  return page.execute(
    `const [command, args] = arguments; window.answer = undefined;
     window.__TAURI_INTERNALS__.invoke(command, args)
       .then((value) => { window.answer = { value }; }, (error) => { window.answer = { error: JSON.stringify(error) }; });`,
    command,
    args,
  );
}

async function answer(page, what) {
  const given = await waitFor(`an answer to ${what}`, 15, () => page.execute('return window.answer ?? null'));
  if (given.error) throw new Error(given.error);
  return given.value;
}

async function save(name) {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.png`), await session.screenshot());
}

function must(condition, sentence) {
  if (!condition) throw new Error(`not so: ${sentence}`);
}

/** A port nobody uses now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
