/**
 * The files that were read and are not taken over yet. They outlive the screen, so that one may look something up in
 * between; with the workspace they go, because the page is loaded anew when it is locked.
 */
import { call, toHostError, type Picked } from '../../host';
import { t } from '../../i18n';
import { errorText, run } from '../../state';
import { NOTHING, open, request, sheetKey, type Choice, type Preview, type Versions } from './plan';

export class Held {
  previews = $state.raw<readonly Preview[]>([]);
  choices = $state.raw<Readonly<Record<string, Choice>>>({});
  scans = $state.raw<readonly Picked[]>([]);
  versions = $state.raw<readonly Versions[]>([]);
  /** Of several sheets for one target, which is taken. */
  chosen = $state.raw<Readonly<Record<string, number>>>({});
  problems = $state.raw<readonly string[]>([]);
  /** What is worth knowing about what was read, and no error. */
  notes = $state.raw<readonly string[]>([]);
  reading = $state.raw<{ done: number; total: number; name: string } | null>(null);
  /** The files the previews were read from. */
  #sources = new Map<string, string>();
  #queue: Promise<void> = Promise.resolve();
  #waiting = 0;
  #stopped = false;

  choiceOf(token: string): Choice {
    return this.choices[token] ?? NOTHING;
  }
  source(token: string): string | undefined {
    return this.#sources.get(token);
  }
  fail(cause: unknown): void {
    this.problems = [...this.problems, errorText(toHostError(cause))];
  }
  /** Reads files and folders, one drop after the other. */
  take(files: readonly Picked[]): Promise<void> {
    if (this.#waiting === 0) {
      this.#stopped = false;
      this.notes = [];
    }
    this.#waiting += 1;
    this.#queue = this.#queue.then(() => this.#read(files)).finally(() => (this.#waiting -= 1));
    return this.#queue;
  }
  async #read(files: readonly Picked[]): Promise<void> {
    if (this.#stopped) return;
    try {
      const found = await call('import.find', { handles: files.map((one) => one.handle) });
      this.scans = [...this.scans, ...found.files.filter((one) => one.is_scan)];
      if (found.left.length > 0) {
        this.#note(t('import-left', { count: found.left.length, names: found.left.slice(0, 5).join('、') }));
      }
      const books = found.files.filter((one) => !one.is_scan);
      // While one is compared with the workspace, the next one is read already; what is wrong with it is told in its turn.
      const begun = (one: (typeof books)[number] | undefined) => {
        const preview = one && !this.#stopped ? call('import.read', { handle: one.handle }) : undefined;
        preview?.catch(() => undefined);
        return preview;
      };
      let done = 0;
      let next = begun(books[0]);
      for (const [n, one] of books.entries()) {
        const current = next;
        if (!current) break;
        this.reading = { done: n, total: books.length, name: one.name };
        next = begun(books[n + 1]);
        try {
          const preview = await current;
          done += 1;
          const same = this.previews.find((known) => known.sha256 === preview.sha256);
          // What was decided about it already stays.
          if (same) this.#note(t('import-same', { file: one.name, other: same.file_name }));
          else {
            this.#sources.set(preview.token, one.handle);
            this.previews = [...this.previews, preview];
          }
        } catch (cause) {
          if (!this.#stopped) this.fail(cause);
        }
      }
      if (this.#stopped && done < books.length) this.#note(t('import-cancelled', { done, total: books.length }));
    } catch (cause) {
      this.fail(cause);
    } finally {
      this.reading = null;
    }
    await this.compare();
  }
  #note(text: string): void {
    this.notes = [...this.notes, text];
  }
  stop(): void {
    this.#stopped = true;
    void call('import.stop', {}).catch(() => undefined);
  }

  /** What several files say of the same target. Where they say the same, the first is enough. */
  async compare(): Promise<void> {
    try {
      this.versions = this.previews.length === 0 ? [] : await call('import.compare', { tokens: this.previews.map((one) => one.token) });
      for (const one of this.versions) {
        const at = one.cells.length === 0 ? 0 : this.chosen[one.target];
        if (at !== undefined) this.choose(one, at);
      }
    } catch (cause) {
      this.fail(cause);
    }
  }
  /** Of these versions one is taken and the others are left. */
  choose(versions: Versions, at: number): void {
    if (versions.cells.length > 0) this.chosen = { ...this.chosen, [versions.target]: at };
    const next = { ...this.choices };
    versions.versions.forEach((one, n) => {
      const choice = next[one.token] ?? NOTHING;
      const leave = new Set(choice.leave);
      const key = sheetKey(one.sheet, versions.target);
      if (n === at) leave.delete(key);
      else leave.add(key);
      next[one.token] = { ...choice, leave };
    });
    this.choices = next;
  }
  set(token: string, choice: Choice): void {
    this.choices = { ...this.choices, [token]: choice };
  }
  drop(token: string): void {
    this.previews = this.previews.filter((one) => one.token !== token);
    void this.compare();
  }
  replace(preview: Preview): void {
    this.previews = this.previews.map((one) => (one.token === preview.token ? preview : one));
    void this.compare();
  }

  /** Takes files over. What is still open in them stays, read anew; gives how much was taken and how much is open. */
  async commit(files: readonly Preview[]): Promise<{ taken: number; open: number }> {
    const { output } = await run('import.commit', { files: files.map((one) => request(one, this.choiceOf(one.token))) });
    let left = 0;
    const next: Preview[] = [];
    for (const one of this.previews) {
      if (!files.includes(one)) next.push(one);
      else {
        const asked = open(one, this.choiceOf(one.token));
        const handle = this.#sources.get(one.token);
        left += asked;
        if (asked > 0 && handle !== undefined) next.push(await this.#again(one, handle));
      }
    }
    this.previews = next;
    await this.compare();
    return { taken: output.taken, open: left };
  }
  async #again(before: Preview, handle: string): Promise<Preview> {
    let preview = await call('import.read', { handle });
    if (before.tables) {
      preview = (await run('import.arrange', { token: preview.token, reading: before.tables.reading })).output;
    }
    this.#sources.set(preview.token, handle);
    this.choices = { ...this.choices, [preview.token]: { ...NOTHING, leave: this.choiceOf(before.token).leave } };
    return preview;
  }
}

export const held = new Held();
