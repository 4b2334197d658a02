/**
 * The one table of everything that can be done from the keyboard. The palette, the key help, the hints on buttons and
 * the bottom line all read it; no component listens for shortcuts of its own.
 */
import { onDestroy, untrack } from 'svelte';
import type { Key } from '../i18n';
import { matches, parseChord, showChord, type Chord } from './chord';

export interface Action {
  /** Unique and stable, e.g. `finding.close`. A later registration under the same id replaces the earlier one. */
  id: string;
  /** `Mod+K`, `1`, `?`, … Several are alternatives; the first is shown. None: only in the palette. */
  keys?: readonly string[];
  /** Fluent key of what it does. */
  labelKey: Key;
  labelArgs?: Record<string, string | number>;
  /** Fluent key of the group in the key help; actions of one screen share one. */
  groupKey?: Key;
  /** Whether it can be done now. */
  when?: () => boolean;
  run: (event?: KeyboardEvent) => void;
  /** Fire inside text fields as well. By default only Esc, function keys and chords with Ctrl or Alt do. */
  inFields?: boolean;
  /** Keep out of the palette: moving about in a list, and such. */
  hidden?: boolean;
  /** Show in the bottom line while it can be done. */
  hint?: boolean;
  /** May repeat while the key is held down. */
  repeat?: boolean;
  /** More words it is found by in the palette. */
  alias?: readonly string[];
}

interface Registered extends Action {
  chords: Chord[];
}

/** The actions of one component: its place in the order stays although its actions change. */
type Scope = symbol;

export class KeyRegistry {
  /**
   * In the order of registration: what came last lies innermost and goes first. Deliberately plain: reactive state
   * read while a component goes away shows its older value, and writing that back would lose what has come since.
   */
  #scopes: { scope: Scope; actions: readonly Registered[] }[] = [];
  #version = $state(0);
  #actions = $derived.by(() => {
    void this.#version;
    return this.#scopes.flatMap((one) => one.actions);
  });

  /** Adds actions; the returned function takes them out again. Components use `useKeys`. */
  add(actions: readonly Action[]): () => void {
    const scope = this.open();
    this.set(scope, actions);
    return () => this.close(scope);
  }

  open(): Scope {
    const scope = Symbol();
    this.#scopes.push({ scope, actions: [] });
    return scope;
  }
  set(scope: Scope, actions: readonly Action[]): void {
    const ready = actions.map((action) => ({ ...action, chords: (action.keys ?? []).map(parseChord) }));
    this.#scopes = this.#scopes.map((one) => (one.scope === scope ? { scope, actions: ready } : one));
    this.#changed();
  }
  close(scope: Scope): void {
    this.#scopes = this.#scopes.filter((one) => one.scope !== scope);
    this.#changed();
  }
  #changed(): void {
    untrack(() => (this.#version = ++this.#count));
  }
  #count = 0;

  /** Handles one key press; true when an action took it. */
  handle(event: KeyboardEvent): boolean {
    // The Enter that ends a Japanese composition must never do anything else.
    if (event.isComposing || event.keyCode === 229) return false;
    if (event.defaultPrevented) return false;
    const field = isField(event.target);
    for (let n = this.#actions.length - 1; n >= 0; n -= 1) {
      const action = this.#actions[n];
      if (!action || !action.chords.some((chord) => matches(chord, event))) continue;
      if (field && !(action.inFields ?? worksInFields(event))) continue;
      if (event.repeat && !action.repeat) {
        event.preventDefault();
        return true;
      }
      if (action.when && !action.when()) continue;
      event.preventDefault();
      action.run(event);
      return true;
    }
    return false;
  }

  /** What can be done now: the innermost component first, within it in its own order, each id once. */
  available(): Action[] {
    void this.#version;
    const seen = new Set<string>();
    const list: Action[] = [];
    for (const scope of [...this.#scopes].reverse()) {
      for (const action of scope.actions) {
        if (seen.has(action.id) || (action.when && !action.when())) continue;
        seen.add(action.id);
        list.push(action);
      }
    }
    return list;
  }

  /** Does it as if its key had been pressed. */
  run(id: string): boolean {
    const action = this.available().find((one) => one.id === id);
    action?.run();
    return action !== undefined;
  }

  /** The key to show on a button, e.g. `Ctrl+Z`; empty when it has none. */
  hintFor(id: string): string {
    for (let n = this.#actions.length - 1; n >= 0; n -= 1) {
      const action = this.#actions[n];
      if (action?.id === id && action.keys?.[0]) return showChord(action.keys[0]);
    }
    return '';
  }

  /** Listens on the window; the returned function stops. */
  listen(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
    const handler = (event: Event) => void this.handle(event as KeyboardEvent);
    target.addEventListener('keydown', handler);
    return () => target.removeEventListener('keydown', handler);
  }
}

/** The registry of this window. */
export const keys = new KeyRegistry();

/** Registers actions for as long as the component lives. Give a closure: labels and conditions stay current. */
export function useKeys(actions: () => readonly Action[], registry: KeyRegistry = keys): void {
  const scope = untrack(() => registry.open());
  $effect.pre(() => {
    const current = actions();
    untrack(() => registry.set(scope, current));
  });
  onDestroy(() => registry.close(scope));
}

function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range', 'color'].includes(target.type);
}

function worksInFields(event: KeyboardEvent): boolean {
  return event.key === 'Escape' || event.ctrlKey || event.metaKey || event.altKey || /^F\d+$/.test(event.key);
}
