/**
 * Reads and writes of the command table.
 *
 * A read is cached under its command and request. A write answers `Committed { output, op, touched }`; every cached
 * read whose declared entities (gen/commands.ts, written from Rust) meet `touched` is fetched again. Nothing here
 * guesses what a write makes stale.
 */
import { untrack } from 'svelte';
import { reads as declared } from '../gen/commands';
import { host, toHostError, type CommandName, type HostError, type RequestOf, type ResponseOf } from '../host';

/** What a committed write tells its listeners. */
export interface Change {
  /** The operation's kind, e.g. `answer.set`, and when it was safe on disk; null when nothing changed. */
  op: { kind: string; at: number; undo: boolean } | null;
  /** Tables whose rows changed. */
  touched: readonly string[];
}

/** Reads kept although no screen shows them, so that going back is instant. */
const KEEP = 60;

/** Milliseconds after which a command counts as slow; below it a notice would only flicker. */
const SLOW = 400;

class Entry {
  data = $state.raw<unknown>(undefined);
  error = $state.raw<HostError | null>(null);
  loading = $state(false);
  /** Screens that show it now. */
  users = 0;
  stale = true;
  /** Number of the latest fetch; an older answer that arrives late is dropped. */
  turn = 0;

  constructor(
    readonly name: string,
    readonly request: unknown,
    readonly key: string,
  ) {}
}

/** The handle a screen holds. */
export interface Query<T> {
  /** The latest answer, also while a newer one is under way. */
  readonly data: T | undefined;
  readonly error: HostError | null;
  readonly loading: boolean;
  refetch(): Promise<void>;
}

export class QueryCache {
  /** Commands sent and not answered for so long that a person wonders. */
  slow = $state(0);
  #entries = new Map<string, Entry>();
  #listeners = new Set<(change: Change) => void>();

  constructor(
    private readonly call: (name: string, request: unknown) => Promise<unknown>,
    private readonly reads: Record<string, readonly string[]>,
  ) {}

  /** Finds or makes the entry of one read. */
  entry(name: string, request: unknown): Entry {
    const key = keyOf(name, request);
    let entry = this.#entries.get(key);
    if (!entry) {
      entry = untrack(() => new Entry(name, request, key));
      this.#entries.set(key, entry);
      this.#drop();
    }
    return entry;
  }

  /** A screen shows the entry from now on; the returned function says that it no longer does. */
  hold(entry: Entry): () => void {
    entry.users += 1;
    // The order of the map is the order of use; the oldest unused entries go first.
    this.#entries.delete(entry.key);
    this.#entries.set(entry.key, entry);
    if (entry.stale && !entry.loading) void this.fetch(entry);
    return () => {
      entry.users -= 1;
      this.#drop();
    };
  }

  async fetch(entry: Entry): Promise<void> {
    const turn = ++entry.turn;
    entry.stale = false;
    entry.loading = true;
    try {
      const data = await this.call(entry.name, entry.request);
      if (turn !== entry.turn) return;
      entry.data = data;
      entry.error = null;
    } catch (cause) {
      if (turn !== entry.turn) return;
      entry.error = toHostError(cause);
      entry.stale = true;
    }
    entry.loading = false;
  }

  /** Fetches again what is shown and made of a touched entity; what is not shown is fetched when next shown. */
  invalidate(touched: readonly string[]): void {
    const names = new Set(touched);
    for (const entry of this.#entries.values()) {
      if (!(this.reads[entry.name] ?? []).some((entity) => names.has(entity))) continue;
      entry.stale = true;
      if (entry.users > 0) void this.fetch(entry);
    }
  }

  /** Fetches again whatever is shown, e.g. because it is written in another language now. */
  renew(): void {
    for (const entry of this.#entries.values()) {
      entry.stale = true;
      if (entry.users > 0) void this.fetch(entry);
    }
  }

  /** Sends a write and refreshes what it touched. Reads may be sent too; then nothing is refreshed. */
  async run(name: string, request: unknown): Promise<unknown> {
    let answer: unknown;
    let counted = false;
    const timer = setTimeout(() => {
      counted = true;
      this.slow += 1;
    }, SLOW);
    try {
      answer = await this.call(name, request);
    } catch (cause) {
      throw toHostError(cause);
    } finally {
      clearTimeout(timer);
      if (counted) this.slow -= 1;
    }
    if (isCommitted(answer)) {
      const touched = answer.touched.map(entityOf);
      // Every operation is itself a row of the journal, which the undo buttons and the history are made of.
      if (answer.op) touched.push('op');
      this.invalidate(touched);
      for (const listener of this.#listeners) listener({ op: answer.op, touched });
    }
    return answer;
  }

  /** Told of every committed write, e.g. to show when the last change was safe. */
  onCommitted(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets every answer: another workspace, or a lock. */
  clear(): void {
    for (const entry of this.#entries.values()) {
      entry.turn += 1;
      entry.data = undefined;
      entry.error = null;
      entry.loading = false;
      entry.stale = true;
    }
    for (const [key, entry] of this.#entries) if (entry.users === 0) this.#entries.delete(key);
  }

  get size(): number {
    return this.#entries.size;
  }

  #drop(): void {
    let spare = 0;
    for (const entry of this.#entries.values()) if (entry.users === 0) spare += 1;
    for (const [key, entry] of this.#entries) {
      if (spare <= KEEP) break;
      if (entry.users === 0) {
        this.#entries.delete(key);
        spare -= 1;
      }
    }
  }
}

/** The cache of this window. */
export const cache = new QueryCache(
  (name, request) => host().call(name as CommandName, request as RequestOf<CommandName>),
  declared,
);

/**
 * A live read for a screen: call it while the component is set up, with the request as a closure.
 * `undefined` as request means "not yet": nothing is asked. The old answer stays until the new one is there.
 *
 * ```ts
 * const list = query('finding.list', () => ({ engagement: id }));
 * // {#each list.data?.rows ?? [] as row}
 * ```
 */
export function query<K extends CommandName>(
  name: K,
  request: () => RequestOf<K> | undefined,
): Query<ResponseOf<K>> {
  const entry = $derived.by(() => {
    const value = request();
    return value === undefined ? null : cache.entry(name, value);
  });
  let last: unknown;
  $effect(() => {
    const held = entry;
    if (held) return untrack(() => cache.hold(held));
  });
  return {
    get data() {
      const data = entry?.data;
      if (data !== undefined) last = data;
      return (data ?? (entry?.loading ? last : undefined)) as ResponseOf<K> | undefined;
    },
    get error() {
      return entry?.error ?? null;
    },
    get loading() {
      return entry?.loading ?? false;
    },
    async refetch() {
      if (entry) await cache.fetch(entry);
    },
  };
}

/** Sends a write (or a read wanted once). Rejects with a HostError; its text comes from `errorText`. */
export function run<K extends CommandName>(name: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  return cache.run(name, request) as Promise<ResponseOf<K>>;
}

function keyOf(name: string, request: unknown): string {
  return `${name} ${JSON.stringify(request, sorted)}`;
}

/** Objects with the same members make the same key, in whatever order they were written. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isCommitted(answer: unknown): answer is { op: Change['op']; touched: unknown[] } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'touched' in answer &&
    Array.isArray(answer.touched) &&
    'output' in answer &&
    'op' in answer
  );
}

/** `touched` names entities, alone or with the row. */
function entityOf(touched: unknown): string {
  if (typeof touched === 'string') return touched;
  const entity = (touched as { entity?: unknown } | null)?.entity;
  return typeof entity === 'string' ? entity : '';
}
