// What a walk needs: its own dev host with its own folder, a browser, pictures in out/e2e, and a check of what a
// screen reader would find. A walk that leaves an error in the console has failed, whatever else it saw.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const out = join(root, 'out', 'e2e');
const require = createRequire(join(root, 'ui', 'package.json'));
const { chromium } = require('playwright-core');
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
];
// Saturday, 21 November 2026, 10:00 in Japan: every walk lives on the same day.
const NOW = Date.UTC(2026, 10, 21, 1, 0, 0);

/** One browser for all walks. */
export function browser() {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

/** Starts a dev host, on a free port unless one is given; resolves when it listens. */
export async function devhost(dir, port = 0, now = NOW) {
  const program = process.env.DEVHOST;
  if (!program) throw new Error('DEVHOST names the dev host to start; `cargo xtask test` sets it');
  const ui = process.env.UI_DIST ?? 'ui/dist';
  const args = ['--ui', ui, '--config-dir', join(dir, 'config'), '--now', String(now), '--port', String(port)];
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((_, reject) =>
    child.once('exit', (code) => reject(new Error(`the dev host ended with ${code} before it listened`))),
  );
  child.once('error', () => {});
  const listening = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^listening on (http:\S+)$/.exec(line)?.[1];
      if (url) return url;
    }
    throw new Error('the dev host said no address');
  })();
  const url = await Promise.race([listening, ended]);
  ended.catch(() => {});
  child.stdout.resume();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  return { url, stop: () => child.kill(), kill: () => (child.kill('SIGKILL'), gone) };
}

/** Everything one walk works with. */
export class Walk {
  /** Commands and pictures asked for and not answered yet. */
  #calls = new Set();

  static async start(browser, name, options = {}) {
    const dir = mkdtempSync(join(tmpdir(), 'kansa-walk-'));
    const host = await devhost(dir);
    const context = await browser.newContext({
      viewport: { width: 1280, height: 720 },
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
      ...options,
    });
    // The page lives on the same day as its host.
    await context.clock.install({ time: NOW });
    await context.clock.resume();
    const page = await context.newPage();
    // SLOW=6 walks as on a machine six times slower: what a walk must wait for and does not shows.
    const rate = Number(process.env.SLOW ?? 1);
    if (rate > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate });
    const walk = new Walk(name, dir, host, context, page);
    await page.goto(host.url);
    return walk;
  }

  constructor(name, dir, host, context, page) {
    Object.assign(this, { name, dir, host, context, page, faults: [], shots: 0, begun: Date.now() });
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      // A refused command is an answer with a status; the browser reports each one as an error of its own.
      const refused = message.text().includes('status of 422');
      // While the host is down on purpose, the page cannot but fail to reach it.
      if (message.type() === 'error' && !refused && !this.down) this.faults.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.faults.push(`page: ${error.message}`));
    const done = (request) => this.#calls.delete(request);
    page.on('requestfinished', done);
    page.on('requestfailed', done);
    page.on('request', (request) => {
      const url = request.url();
      // A picture that is taken away while it is still being fetched would be answered with an error.
      if (url.startsWith(`${host.url}call/`) || url.startsWith(`${host.url}blob/`)) this.#calls.add(request);
      if (!url.startsWith(host.url) && !url.startsWith('blob:') && !url.startsWith('data:')) {
        this.faults.push(`a request left the machine: ${url}`);
      }
    });
  }

  /** A path in this walk's own folder. */
  path(...parts) {
    return join(this.dir, ...parts);
  }

  /** What the next dialog answers; without paths the user gives up. */
  async pick(...paths) {
    await this.#test('pick-next', paths);
  }

  /** Files dropped on the window. */
  async drop(...paths) {
    // A heading is there a moment before the field under it listens.
    await this.settled();
    await this.#test('drop', paths);
  }

  async #test(what, paths) {
    const answer = await fetch(`${this.host.url}test/${what}`, { method: 'POST', body: JSON.stringify({ paths }) });
    if (!answer.ok) throw new Error(`${what}: ${await answer.text()}`);
  }

  /** The program ends without a word, as when the power fails, and is started again under the same address. */
  async crash() {
    this.down = true;
    await this.host.kill();
    this.#calls.clear();
    // Time has gone on for the page, and does so for the program.
    this.host = await devhost(this.dir, Number(new URL(this.host.url).port), NOW + Date.now() - this.begun);
    await this.page.goto(this.host.url);
    this.down = false;
  }

  /** A command as the page itself would call it, to prepare or to check. */
  async call(name, request = {}) {
    const answer = await fetch(`${this.host.url}call/${name}`, { method: 'POST', body: JSON.stringify(request) });
    const value = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(`${name}: ${JSON.stringify(value)}`), { dto: value });
    return value;
  }

  /** Waits until nothing is being loaded and the page has been drawn once more. */
  async settled() {
    await this.page.waitForFunction(() => !document.querySelector('[aria-busy="true"], p.loading'));
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 30))));
  }

  /**
   * Waits until every command is answered and its answer drawn, as a person does before the next key: however slow the
   * machine is, a key never meets the screen of a moment ago.
   */
  async quiet() {
    const end = Date.now() + 10_000;
    do {
      while (this.#calls.size > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 5));
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    } while (this.#calls.size > 0 && Date.now() < end);
  }

  /** Asks until the answer is yes. */
  async until(what, ask, seconds = 10) {
    const end = Date.now() + seconds * 1000;
    while (!(await ask())) {
      if (Date.now() > end) throw new Error(`waited ${seconds} s until ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A picture in out/e2e, numbered in the order of the walk. */
  async shot(label) {
    this.shots += 1;
    const file = `${this.name}-${String(this.shots).padStart(2, '0')}-${label}.png`;
    mkdirSync(out, { recursive: true });
    await this.page.screenshot({ path: join(out, file) });
  }

  /** The picture, and what axe finds on the screen: any finding is a fault. */
  async look(label) {
    await this.shot(label);
    // Given to the page as a debugger would, because its policy lets no script in.
    await this.page.evaluate(axeSource);
    const found = await this.page.evaluate(() =>
      window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
    );
    for (const { id, help, nodes } of found.violations) {
      this.faults.push(`axe on ${label}: ${id} (${help}): ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    }
  }

  /** Ends the walk; throws if anything went wrong on the way. */
  async end() {
    await this.context.close();
    this.host.stop();
    rmSync(this.dir, { recursive: true, force: true });
    if (this.faults.length > 0) throw new Error(this.faults.join('\n'));
  }

  /** Ends a walk that failed, with a last picture of where it stood. */
  async fail() {
    await this.shot('failed').catch(() => {});
    await this.end().catch((error) => console.error(error.message));
  }
}

/** Throws with this sentence unless the condition holds. */
export function must(condition, sentence) {
  if (!condition) throw new Error(sentence);
}
