/**
 * What the program is doing as a whole: closed, locked or open; for whom; since when everything is safe; what undo
 * would take back. The frame and the start screens read it; nothing else decides what the window shows.
 */
import { t } from '../i18n';
import { commitAll } from '../components/draft';
import type { Commands } from '../gen/commands';
import { host, toHostError, type HostError } from '../host';
import { errorText } from './errors';
import { facing } from './facing.svelte';
import { opName } from './history';
import { prefs } from './prefs.svelte';
import { cache, run } from './query.svelte';
import { router } from './router.svelte';
import { toasts } from './toasts.svelte';

export type AppStateDto = Commands['app.state']['response'];
export type WorkspaceInfo = NonNullable<AppStateDto['workspace']>;
type UndoState = Commands['undo.state']['response'];

/** Long work under way. */
export interface Work {
  key: string;
  done: number;
  of: number;
}

export class AppModel {
  #dto = $state.raw<AppStateDto | null>(null);
  /** A fault while starting: nothing can be shown but this. */
  fault = $state.raw<HostError | null>(null);
  /** The recovery code of a workspace just made: shown once, before anything else. */
  recoveryCode = $state<string | null>(null);
  /** When the last change was safe on disk, in milliseconds; null while nothing has been changed. */
  savedAt = $state<number | null>(null);
  work = $state.raw<Work | null>(null);
  history = $state.raw<UndoState>({ undo: null, redo: null });
  /** How the page is loaded anew; tests put their own here. */
  reload: () => void = () => location.reload();
  #turning = 0;
  #turned: Promise<void> = Promise.resolve();
  #silence: ReturnType<typeof setTimeout> | undefined;
  /** The fiscal year the lists show. */
  #year = $state<number | null>(null);

  get phase(): 'starting' | 'closed' | 'locked' | 'open' {
    return this.#dto?.phase ?? 'starting';
  }
  get workspace(): WorkspaceInfo | null {
    return this.#dto?.workspace ?? null;
  }
  get recent(): AppStateDto['recent'] {
    return this.#dto?.recent ?? [];
  }
  get version(): string {
    return this.#dto?.version ?? '';
  }
  /** Today in Japan as the program counts it, so that a screen and a report never disagree. */
  get today(): string {
    return this.workspace?.today ?? '';
  }
  get year(): number {
    return this.#year ?? this.workspace?.fiscal_year ?? 0;
  }
  set year(year: number) {
    this.#year = year;
  }

  /** A command takes longer than one notices. */
  get slow(): boolean {
    return cache.slow > 0;
  }

  /** Asks the host where we are and listens to it; the returned function stops. */
  async start(): Promise<() => void> {
    let told = prefs.lang;
    prefs.onchange = () => {
      const other = told !== prefs.lang;
      told = prefs.lang;
      // Some answers are written in the language of the window, the report above all.
      void run('prefs.set', prefs.wire)
        .then(() => other && cache.renew())
        .catch(() => undefined);
    };
    const stopEvents = host().subscribe((event) => {
      if (event.type === 'locked') void this.locked();
      else if (event.type === 'touched') cache.invalidate(event.entities);
      else if (event.type === 'progress') this.#progress(event);
    });
    const stopChanges = cache.onCommitted((change) => {
      if (!change.op) return;
      this.savedAt = change.op.at;
      this.#dropOffers();
      void this.readHistory();
    });
    await this.refresh();
    return () => {
      stopEvents();
      stopChanges();
      prefs.onchange = null;
    };
  }

  /** Reads the state again, after opening, unlocking, closing. */
  async refresh(): Promise<void> {
    try {
      const dto = await host().call('app.state', {});
      const opened = dto.phase === 'open' && this.#dto?.phase !== 'open';
      if (!this.#dto) prefs.adopt(dto.prefs);
      this.#dto = dto;
      this.fault = null;
      if (opened) {
        this.#year = null;
        await this.readHistory();
      }
    } catch (cause) {
      this.fault = toHostError(cause);
    }
  }

  /**
   * The host locked by itself or on our wish: everything shown is forgotten. The page is loaded anew, so that nothing
   * of the workspace is left in its memory; its address stays, and one is back there after unlocking.
   */
  async locked(): Promise<void> {
    const wasOpen = this.phase === 'open';
    cache.clear();
    toasts.clear();
    this.savedAt = null;
    this.work = null;
    this.recoveryCode = null;
    this.history = { undo: null, redo: null };
    await this.refresh();
    if (wasOpen && this.phase !== 'open') this.reload();
  }

  /** Locks: what is being typed is committed first. */
  async lock(): Promise<void> {
    try {
      await commitAll();
      await run('workspace.lock', {});
      await this.locked();
    } catch (cause) {
      toasts.error(errorText(cause));
    }
  }

  /** Closes the workspace and returns to the first screen. */
  async close(): Promise<void> {
    try {
      await commitAll();
      // Before the page is loaded anew: another workspace begins at its first screen.
      router.replace([]);
      await run('workspace.close', {});
      await this.locked();
    } catch (cause) {
      toasts.error(errorText(cause));
    }
  }

  /** Whether undo or redo would do something, as far as is known. */
  canTurn(which: 'undo' | 'redo'): boolean {
    return this.#turning > 0 || this.#offered(which) !== null;
  }
  /** What would be taken back or done again. In front of others it is not named, and not done unseen, what was judged. */
  #offered(which: 'undo' | 'redo'): UndoState['undo'] {
    const op = this.history[which];
    return op && facing.shows(op.kind) ? op : null;
  }

  async undo(): Promise<void> {
    await this.#turn('journal.undo', 'ui-undone');
  }
  async redo(): Promise<void> {
    await this.#turn('journal.redo', 'ui-redone');
  }

  /** What ⟲ or ⟳ would do, in words; empty when there is nothing. */
  undoLabel(which: 'undo' | 'redo'): string {
    const op = this.#offered(which);
    return op ? opName(op.kind) : '';
  }

  /** Says that something was done and offers to take it back. */
  doneWithUndo(text: string): void {
    toasts.done(text, { label: t('ui-undo'), run: () => void this.undo() });
  }

  /** An offer to take back what is no longer the latest would take back something else. */
  #dropOffers(): void {
    for (const toast of toasts.list) if (toast.action?.label === t('ui-undo')) toasts.dismiss(toast.id);
  }

  async readHistory(): Promise<void> {
    if (this.phase !== 'open') return;
    try {
      this.history = await host().call('undo.state', {});
    } catch {
      this.history = { undo: null, redo: null };
    }
  }

  #progress(work: Work): void {
    clearTimeout(this.#silence);
    this.work = work.done >= work.of ? null : { key: work.key, done: work.done, of: work.of };
    // Work that failed says no more; its line must not stay for ever.
    if (this.work) this.#silence = setTimeout(() => (this.work = null), 15_000);
  }

  /** One after the other: Ctrl+Y pressed while Ctrl+Z is still at work takes back what that one did. */
  #turn(command: 'journal.undo' | 'journal.redo', key: 'ui-undone' | 'ui-redone'): Promise<void> {
    this.#turning += 1;
    const turned = this.#turned.then(() => this.#turnNow(command, key)).finally(() => (this.#turning -= 1));
    this.#turned = turned;
    return turned;
  }

  async #turnNow(command: 'journal.undo' | 'journal.redo', key: 'ui-undone' | 'ui-redone'): Promise<void> {
    const which = command === 'journal.undo' ? 'undo' : 'redo';
    try {
      await commitAll();
      if (this.history[which] === null) await this.readHistory();
      if (this.#offered(which) === null) return;
      const before = this.undoLabel(which);
      await run(command, {});
      await this.readHistory();
      toasts.done(t(key, { what: before }));
    } catch (cause) {
      toasts.error(errorText(cause));
    }
  }
}

/** The one of this window. */
export const app = new AppModel();
