/**
 * What is being typed: within a second it goes to `ondraft` (durable, outside the journal), and when the person is
 * done with it (blur, moving on, lock, a minute of quiet) to `oncommit` as one change.
 */
const DRAFT_AFTER = 800;
const QUIET = 60_000;

export interface DraftHooks {
  ondraft?: (text: string) => void | Promise<unknown>;
  oncommit?: (text: string) => void | Promise<unknown>;
}

const live = new Set<Draft>();

export class Draft {
  #text: string;
  #saved: string;
  #drafted: string;
  #draftTimer: ReturnType<typeof setTimeout> | undefined;
  #quietTimer: ReturnType<typeof setTimeout> | undefined;

  /** `hooks` is a closure so that the newest callbacks of the component are called. */
  constructor(
    saved: string,
    private readonly hooks: () => DraftHooks,
  ) {
    this.#text = this.#saved = this.#drafted = saved;
    live.add(this);
  }

  /** Something typed that is not committed yet. */
  get dirty(): boolean {
    return this.#text !== this.#saved;
  }

  /** Every change of the text, also within a composition: half a word is better than none after a power cut. */
  input(text: string): void {
    this.#text = text;
    this.#draftTimer ??= setTimeout(() => this.#draft(), DRAFT_AFTER);
    clearTimeout(this.#quietTimer);
    this.#quietTimer = setTimeout(() => void this.commit(), QUIET);
  }

  /** The stored value, when it changed elsewhere; what is being typed is never overwritten. */
  accept(saved: string): boolean {
    if (this.dirty) return false;
    this.#text = this.#saved = this.#drafted = saved;
    return true;
  }

  /** Hands the text over if it changed. A refused text stays dirty and is tried again at the next occasion. */
  async commit(): Promise<void> {
    this.#stopTimers();
    if (!this.dirty) return;
    const text = this.#text;
    const before = this.#saved;
    this.#saved = text;
    try {
      await this.hooks().oncommit?.(text);
    } catch {
      // The caller has shown why; the text stays in the field.
      if (this.#saved === text) this.#saved = before;
    }
  }

  /** Back to the stored value; the draft is withdrawn as well. */
  revert(): string {
    this.#stopTimers();
    this.#text = this.#saved;
    if (this.#drafted !== this.#saved) this.#draft();
    return this.#saved;
  }

  /** The field goes away: what is in it counts. */
  end(): void {
    void this.commit();
    live.delete(this);
  }

  #draft(): void {
    clearTimeout(this.#draftTimer);
    this.#draftTimer = undefined;
    if (this.#text === this.#drafted) return;
    this.#drafted = this.#text;
    void Promise.resolve(this.hooks().ondraft?.(this.#text)).catch(() => undefined);
  }

  #stopTimers(): void {
    clearTimeout(this.#draftTimer);
    clearTimeout(this.#quietTimer);
    this.#draftTimer = undefined;
  }
}

/** Commits everything that is being typed in this window: before a lock, a backup, a report. */
export async function commitAll(): Promise<void> {
  await Promise.all([...live].map((draft) => draft.commit()));
}
