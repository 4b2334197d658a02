/**
 * A row that is edited in place: each field is sent when it is left, one change after the other, so that two quick
 * ones never overwrite each other. What was refused is shown at its field and does not travel with the next change.
 */
import { untrack } from 'svelte';
import { toHostError, type HostError } from '../host';
import { run } from '../state/query.svelte';

export class RowEdit<V extends object> {
  /** What the fields show. */
  values = $state.raw() as V;
  error = $state.raw<HostError | null>(null);
  /** What is known to be stored. */
  #stored: V;
  #sending = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    stored: V,
    private readonly send: (values: V) => Promise<unknown>,
  ) {
    this.values = this.#stored = stored;
  }

  /** The row as read again: after undo, or a change made elsewhere. While something is on its way, ours is newer. */
  accept(stored: V): void {
    if (this.#sending > 0) return;
    this.values = this.#stored = stored;
  }

  /** Changes some fields. Rejects with the refusal, so that a text field knows that its text is not stored. */
  change(part: Partial<V>): Promise<void> {
    this.values = { ...this.values, ...part };
    this.#sending += 1;
    const deed = this.#last.then(async () => {
      const sent = { ...this.#stored, ...part };
      try {
        await this.send(sent);
        this.#stored = sent;
        // A refusal stands until its own field is put right; another field's success does not make it go away.
        if (!this.error?.field || this.error.field in part) this.error = null;
        if (this.#sending === 1) this.values = sent;
      } catch (cause) {
        this.error = toHostError(cause);
        throw this.error;
      } finally {
        this.#sending -= 1;
      }
    });
    this.#last = deed.catch(() => undefined);
    return deed;
  }

  /** What is being typed into a field, kept with what the form would save, so that it is there after a power cut. */
  draft(command: string, field: keyof V & string): (text: string) => Promise<unknown> {
    return (text) => run('draft.row', { command, row: { ...this.values }, field, text });
  }

  /** As `change`, for controls that hold no text of their own: after a refusal they show what is stored again. */
  set(part: Partial<V>): void {
    void this.change(part).catch(() => (this.values = this.#stored));
  }
}

/** A row edited in place by the component that calls this while it begins: what is read again is shown again. */
export function editRow<V extends object>(stored: () => V, send: (values: V) => Promise<unknown>): RowEdit<V> {
  const edit = new RowEdit(untrack(stored), send);
  $effect.pre(() => {
    const fresh = stored();
    untrack(() => edit.accept(fresh));
  });
  return edit;
}
