// As much of WebDriver as the real window needs, spoken directly, and the program driven by it.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** A session with the real program. */
export class Session {
  static async open(driver, application, args) {
    const capabilities = { alwaysMatch: { 'tauri:options': { application, args } } };
    const { sessionId } = await send('POST', `${driver}/session`, { capabilities });
    return new Session(`${driver}/session/${sessionId}`);
  }

  constructor(base) {
    this.base = base;
  }

  /** Runs a function's text in the page and gives what it returns. */
  execute(script, ...args) {
    return send('POST', `${this.base}/execute/sync`, { script, args });
  }

  /** Waits until the page has an element for this selector and gives it. */
  async find(selector, seconds = 20) {
    return waitFor(`an element ${selector}`, seconds, async () => {
      const found = await send('POST', `${this.base}/elements`, { using: 'css selector', value: selector });
      return found[0]?.[ELEMENT];
    });
  }

  /** Types into an element. */
  type(element, text) {
    return send('POST', `${this.base}/element/${element}/value`, { text });
  }

  click(element) {
    return send('POST', `${this.base}/element/${element}/click`, {});
  }

  /** Presses keys one after another, with as many milliseconds between them. */
  async press(keys, pause) {
    const one = (value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }, { type: 'pause', duration: pause }];
    const actions = [{ type: 'key', id: 'keyboard', actions: keys.flatMap(one) }];
    await send('POST', `${this.base}/actions`, { actions });
  }

  /** Signs in to the workspace that waits for its passphrase. */
  async unlock(login, passphrase) {
    await this.type(await this.find('input[autocomplete=username]'), login);
    await this.type(await this.find('input[type=password]'), `${passphrase}\uE007`);
    await this.until('the open workspace', 30, () => this.execute(`return !document.querySelector('input[type=password]')`));
    await this.find('nav');
  }

  /** A command of the table through the program's own bridge. */
  async call(name, request) {
    await this.ask('call', { name, request });
    return this.answer(name);
  }

  /** Asks the bridge. The answer is left in the page, because what asks cannot wait for it. */
  ask(command, args) {
    return this.execute(
      `const [command, args] = arguments; window.answer = undefined;
       window.__TAURI_INTERNALS__.invoke(command, args)
         .then((value) => { window.answer = { value }; }, (error) => { window.answer = { error: JSON.stringify(error) }; });`,
      command,
      args,
    );
  }

  async answer(what) {
    const given = await waitFor(`an answer to ${what}`, 15, () => this.execute('return window.answer ?? null'));
    if (given.error) throw new Error(given.error);
    return given.value;
  }

  until(what, seconds, ask) {
    return waitFor(what, seconds, ask);
  }

  async title() {
    return send('GET', `${this.base}/title`);
  }

  close() {
    return send('DELETE', this.base);
  }
}

/** Starts the program under the driver named by TAURI_DRIVER, does something with it, and ends both. */
export async function driven(application, args, work) {
  const [port, nativePort] = [await freePort(), await freePort()];
  const driver = spawn(process.env.TAURI_DRIVER, ['--port', String(port), '--native-port', String(nativePort)], { stdio: 'inherit' });
  let session;
  try {
    const address = `http://127.0.0.1:${port}`;
    await waitFor('the driver', 20, () =>
      fetch(`${address}/status`).then(
        (answer) => answer.ok,
        () => false,
      ),
    );
    session = await Session.open(address, application, args);
    await work(session);
  } finally {
    await session?.close().catch(() => {});
    driver.kill();
  }
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

/** Asks again and again until there is an answer. */
export async function waitFor(what, seconds, ask) {
  const until = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > until) throw new Error(`waited ${seconds} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function send(method, url, body) {
  const request = { method, headers: { 'content-type': 'application/json' } };
  if (body !== undefined) request.body = JSON.stringify(body);
  const answer = await fetch(url, request);
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`WebDriver: ${value?.error}: ${value?.message}`);
  return value;
}
