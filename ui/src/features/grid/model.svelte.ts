/**
 * The state of the grid: rows, cursor, range, filters. An answer is shown before it is stored; writes go one after
 * another in the order of the keys, and each answer's rows replace what was shown.
 */
import { untrack } from 'svelte';
import { reads, type Commands } from '../../gen/commands';
import { call, toHostError, type HostError } from '../../host';
import { facing, run } from '../../state';
import { beforeFieldwork, writable } from '../engagements/types';
import { cache, type Change } from '../../state/query.svelte';
import {
  after,
  answeredRow,
  clauseTree,
  countsOf,
  filterCounts,
  itemsFor,
  nextOpen,
  patched,
  rangeOf,
  shownFacing,
  type FilterId,
  type Grid,
  type GridClause,
  type GridRow,
  type SelfAnswer,
  type Value,
  type Verdict,
} from './logic';

export type ReviewResult = Commands['review.record']['request']['result'];
type Reviewed = Commands['review.record']['response']['output'];

/** Operations whose answer brings the changed rows along; everything else that touches the grid reads it again. */
const OWN = new Set(['answer.set', 'self_answer.set', 'answer.write', 'draft.settle', 'review.record']);

export class GridModel {
  #grid = $state.raw<Grid | null>(null);
  rows = $state.raw<readonly GridRow[]>([]);
  /** Items as shown: fixed when filters or search change, so that no row jumps while one answers. */
  shown = $state.raw<readonly string[]>([]);
  cursor = $state<string | null>(null);
  selected = $state.raw<ReadonlySet<string>>(new Set());
  filters = $state.raw<readonly FilterId[]>([]);
  search = $state('');
  loading = $state(true);
  /** Why the grid cannot be shown. */
  fault = $state.raw<HostError | null>(null);
  #anchor: string | null = null;
  /** Answers on their way, by item: how many. */
  #waiting = new Map<string, number>();
  #queue: Promise<unknown> = Promise.resolve();

  readonly index = $derived(new Map(this.rows.map((row) => [row.item, row])));
  readonly counts = $derived(countsOf(this.rows, this.kind));
  readonly filterCounts = $derived(filterCounts(this.rows, this.kind));
  readonly clauses = $derived(new Map<string, GridClause>((this.#grid?.clauses ?? []).map((one) => [one.id, one])));
  readonly tree = $derived(clauseTree(this.#grid?.clauses ?? [], this.rows, this.kind, this.filters.includes('excluded')));

  constructor(
    readonly target: string,
    /** Says what went wrong with a write. */
    private readonly onproblem: (error: HostError) => void,
  ) {}

  get grid(): Grid | null {
    return this.#grid;
  }
  get kind(): Grid['kind'] {
    return this.#grid?.kind ?? 'audit';
  }
  /** Whether answers may be written now. */
  get writable(): boolean {
    return this.#grid !== null && !this.#grid.counted_in && writable(this.#grid.state);
  }
  /** Whether what was judged may be reviewed now. */
  get reviewable(): boolean {
    const state = this.#grid?.state;
    return this.kind === 'audit' && state !== undefined && !beforeFieldwork(state) && state !== 'closed';
  }
  get row(): GridRow | undefined {
    return this.cursor === null ? undefined : this.index.get(this.cursor);
  }
  /** The rows a deed concerns: the range, or the row of the cursor. */
  get chosen(): string[] {
    if (this.selected.size > 0) return this.shown.filter((item) => this.selected.has(item));
    return this.cursor === null ? [] : [this.cursor];
  }

  /** Reads the grid and follows what others change in it; the returned function stops. */
  start(item?: string): () => void {
    void this.reload(item);
    return cache.onCommitted((change) => this.#committed(change));
  }

  reload(item?: string): Promise<void> {
    return this.#enqueue(async () => {
      try {
        const grid = await call('grid.get', { target: this.target });
        const same = this.#sameItems(grid.rows);
        this.#grid = grid;
        this.rows = patched(grid.rows, this.rows, (one) => !this.#waiting.has(one));
        if (!same) this.refilter();
        if (item !== undefined && this.index.has(item)) {
          this.show(item);
        } else if (this.cursor === null || !this.index.has(this.cursor)) this.go(this.shown[0] ?? null);
        this.fault = null;
      } catch (cause) {
        this.fault = toHostError(cause);
      } finally {
        this.loading = false;
      }
    });
  }

  /** Puts the cursor on an item; with `extend` everything from the anchor is taken together. */
  go(item: string | null, extend = false): void {
    if (item === null) return;
    if (extend) {
      this.#anchor ??= this.cursor;
      this.selected = new Set(rangeOf(this.shown, this.#anchor, item));
    } else {
      this.#anchor = item;
      if (this.selected.size > 0) this.selected = new Set();
    }
    this.cursor = item;
  }
  toggle(item: string): void {
    const next = new Set(this.selected.size === 0 && this.cursor !== null ? [this.cursor] : this.selected);
    if (!next.delete(item)) next.add(item);
    this.selected = next;
    this.cursor = this.#anchor = item;
  }
  selectAll(): void {
    this.selected = new Set(this.shown);
  }
  unselect(): boolean {
    if (this.selected.size === 0) return false;
    this.selected = new Set();
    this.#anchor = this.cursor;
    return true;
  }
  /** Goes to the row after these. */
  goAfter(items: readonly string[]): void {
    this.go(after(this.shown, items));
  }
  /** Goes to the next item that is not answered; not in front of others, whom the way there would tell. */
  goOpen(): boolean {
    if (facing.on) return false;
    const next = nextOpen(this.shown, this.cursor, (item) => this.index.get(item), this.kind);
    this.go(next);
    return next !== null;
  }

  setFilters(filters: readonly FilterId[]): void {
    this.filters = facing.on ? filters.filter(shownFacing) : filters;
    this.refilter();
  }
  setSearch(text: string): void {
    this.search = text;
    this.refilter();
  }
  clearFilters(): void {
    this.filters = [];
    this.search = '';
    this.refilter();
  }
  /** Puts the cursor on an item, whatever is filtered. */
  show(item: string): void {
    if (!this.shown.includes(item)) this.clearFilters();
    if (!this.shown.includes(item)) this.setFilters(['excluded']);
    this.go(item);
  }
  /** 対面モード begins or ends: what would tell how items were judged goes, and comes back where one searches. */
  turned(): void {
    const left = this.filters.filter((filter) => !facing.on || shownFacing(filter));
    if (left.length === this.filters.length && this.search === '') return;
    this.filters = left;
    this.refilter();
  }
  /** Looks again which rows match. */
  refilter(): void {
    untrack(() => {
      this.shown = itemsFor(this.rows, this.kind, this.filters, this.search, facing.on);
      this.selected = new Set();
      if (this.cursor === null || !this.shown.includes(this.cursor)) this.go(this.shown[0] ?? null);
    });
  }

  /** Answers the chosen rows at once and moves on. Gives how many were answered. */
  answer(value: Value): number {
    const chosen = this.chosen;
    const items = chosen.filter((item) => this.index.get(item)?.exclusion === null);
    if (!this.writable || chosen.length === 0) return 0;
    const next = after(this.shown, chosen);
    if (items.length > 0) this.#answer(items, value);
    this.go(next);
    return items.length;
  }

  /** Answers one row without moving on. */
  answerOne(item: string, value: Value): void {
    if (this.writable) this.#answer([item], value);
  }

  #answer(items: string[], value: Value): void {
    const wanted = new Set(items);
    this.rows = this.rows.map((row) => (wanted.has(row.item) ? answeredRow(row, this.kind, value) : row));
    for (const item of items) this.#waiting.set(item, (this.#waiting.get(item) ?? 0) + 1);
    const audit = this.kind === 'audit';
    void this.#enqueue(async () => {
      try {
        const { output } = audit
          ? await run('answer.set', { target: this.target, items, verdict: (value ?? 'unverified') as Verdict })
          : await run('self_answer.set', { target: this.target, items, answer: value as SelfAnswer | null });
        this.#arrived(items);
        this.rows = patched(this.rows, output.rows, (item) => this.#waiting.has(item));
      } catch (cause) {
        this.#arrived(items);
        this.onproblem(toHostError(cause));
        void this.reload();
      }
    });
  }

  /** Writes one field; rejects when it is refused, so that the field keeps what was typed. */
  write(item: string, field: string, text: string): Promise<void> {
    return this.#change(() => run('answer.write', { target: this.target, item, field, text }));
  }
  /** Takes a text that waits over into its field, or gives it up. */
  settle(item: string, field: string, take: boolean): Promise<void> {
    return this.#change(() => run('draft.settle', { target: this.target, item, field, take }));
  }
  /** Reviews rows, and gives what came of it; a refusal is the caller's to show. */
  review(items: string[], result: ReviewResult, comment: string): Promise<Reviewed> {
    return this.#enqueue(async () => {
      const { output } = await run('review.record', { target: this.target, items, result, comment });
      this.rows = patched(this.rows, output.rows, (one) => this.#waiting.has(one));
      return output;
    });
  }
  /** A change whose answer brings the changed rows along. */
  #change(deed: () => Promise<{ output: { rows: readonly GridRow[] } }>): Promise<void> {
    return this.#enqueue(async () => {
      try {
        const { output } = await deed();
        this.rows = patched(this.rows, output.rows, (one) => this.#waiting.has(one));
      } catch (cause) {
        const error = toHostError(cause);
        this.onproblem(error);
        throw error;
      }
    });
  }
  /** Keeps what is being typed. */
  async draft(item: string, field: string, text: string): Promise<void> {
    await run('draft.put', { target: this.target, item, field, text });
  }

  #arrived(items: readonly string[]): void {
    for (const item of items) {
      const left = (this.#waiting.get(item) ?? 1) - 1;
      if (left > 0) this.#waiting.set(item, left);
      else this.#waiting.delete(item);
    }
  }
  #committed(change: Change): void {
    if (change.op && OWN.has(change.op.kind)) return;
    if (change.touched.some((entity) => reads['grid.get']?.includes(entity))) void this.reload();
  }
  #sameItems(rows: readonly GridRow[]): boolean {
    return rows.length === this.rows.length && rows.every((row, n) => row.item === this.rows[n]?.item);
  }
  /** Resolves once all that was pressed so far has been stored or refused. */
  stored(): Promise<void> {
    return this.#queue.then(() => undefined);
  }
  /** One after another: what was pressed first is stored first. */
  #enqueue<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(deed);
    this.#queue = done.catch(() => undefined);
    return done;
  }
}
