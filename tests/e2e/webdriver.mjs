// As much of WebDriver as the smoke test needs, spoken directly.
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

  async title() {
    return send('GET', `${this.base}/title`);
  }

  /** The page as a PNG. */
  async screenshot() {
    return Buffer.from(await send('GET', `${this.base}/screenshot`), 'base64');
  }

  close() {
    return send('DELETE', this.base);
  }
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
