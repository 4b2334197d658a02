/** What the grid computes: answers, counts, filters, the clause tree, where the cursor goes. Pure, hence tested. */
import type { Commands } from '../../gen/commands';
import type { Key } from '../../i18n';
import { fold } from '../../keys';
import { beforeFieldwork } from '../engagements/types';

export type Grid = Commands['grid.get']['response'];
export type GridRow = Grid['rows'][number];
export type GridClause = Grid['clauses'][number];
export type Kind = Grid['kind'];
export type Verdict = NonNullable<GridRow['answer']>['verdict'];
export type SelfAnswer = NonNullable<NonNullable<GridRow['self_answer']>['answer']>;
/** A verdict in an audit, an answer in a self-inspection; null takes a section's answer away. */
export type Value = Verdict | SelfAnswer | null;

/** In the order of their keys 1 to 5. */
export const VERDICTS: readonly Verdict[] = ['conforming', 'partial', 'nonconforming', 'not_applicable', 'unverified'];
export const SELF_ANSWERS: readonly SelfAnswer[] = ['yes', 'partly', 'no', 'not_applicable', 'unknown'];

export function valuesOf(kind: Kind): readonly (Verdict | SelfAnswer)[] {
  return kind === 'audit' ? VERDICTS : SELF_ANSWERS;
}

/** What is answered; null while nothing is. A verdict that is blank is no answer. */
export function valueOf(row: GridRow, kind: Kind): Verdict | SelfAnswer | null {
  if (kind === 'self_check') return row.self_answer?.answer ?? null;
  const verdict = row.answer?.verdict ?? 'unverified';
  return verdict === 'unverified' ? null : verdict;
}

/** Why nothing can be written. */
export function closedKey(grid: Grid | null): Key {
  if (grid?.counted_in) return 'error-staff-counted';
  return grid && beforeFieldwork(grid.state) ? 'grid-not-started' : 'grid-locked';
}

export function isRecovered(row: GridRow): boolean {
  return row.answer?.recovered || row.self_answer?.recovered || false;
}

/** Whether a text waits for this field: nothing is typed there until somebody has said what becomes of it. */
export function waits(row: GridRow, field: string): boolean {
  return row.held.some((text) => text.field === field);
}

export type FilterId =
  | 'open'
  | 'bad'
  | 'part'
  | 'unknown'
  | 'mine'
  | 'no-evidence'
  | 'recovered'
  | 'excluded'
  | 'review-waiting'
  | 'review-returned'
  | 'review-changed'
  | 'differs'
  | 'said-yes'
  | 'said-partly'
  | 'said-no'
  | 'said-other';

/** What is read from the workpaper of an item; their words stand there too. */
export const PAPER_FILTERS: readonly FilterId[] = ['review-waiting', 'review-returned', 'review-changed', 'differs'];

/** What the section said of itself, where an audit begins with it. */
export const SAID_FILTERS: readonly FilterId[] = ['said-yes', 'said-partly', 'said-no', 'said-other'];

/** Whether a filter tells nothing of what was judged, so that the people opposite may see it. */
export function shownFacing(filter: FilterId): boolean {
  return filter === 'mine' || filter === 'excluded';
}

/** The word of a filter: a self-inspection has other ones for some. */
export function filterKey(filter: FilterId, kind: Kind): Key {
  if (PAPER_FILTERS.includes(filter)) return `workpaper-filter-${filter}` as Key;
  const other = kind === 'self_check' && (['open', 'bad', 'part', 'no-evidence'] as FilterId[]).includes(filter);
  return `grid-filter-${filter}${other ? '-self' : ''}` as Key;
}

/** The filters over the rows, in their order. */
export function filtersOf(kind: Kind): readonly FilterId[] {
  return kind === 'audit'
    ? [...SAID_FILTERS, 'open', 'bad', 'part', 'mine', 'no-evidence', ...PAPER_FILTERS, 'recovered', 'excluded']
    : ['open', 'bad', 'part', 'unknown', 'no-evidence', 'recovered', 'excluded'];
}

export function matchesFilter(row: GridRow, kind: Kind, filter: FilterId): boolean {
  if (filter === 'excluded') return row.exclusion !== null;
  if (row.exclusion !== null) return false;
  const value = valueOf(row, kind);
  switch (filter) {
    case 'open':
      return value === null;
    case 'bad':
      return value === 'nonconforming' || value === 'no';
    case 'part':
      return value === 'partial' || value === 'partly';
    case 'unknown':
      return value === 'unknown';
    case 'mine':
      return row.mine;
    case 'no-evidence':
      // Only what claims something needs something to rest on.
      return value !== null && value !== 'not_applicable' && row.evidence === 0 && !row.self_answer?.basis;
    case 'recovered':
      return isRecovered(row);
    case 'review-waiting':
      return row.paper?.review === 'waiting';
    case 'review-returned':
      return row.paper?.review === 'returned';
    case 'review-changed':
      return row.paper?.review === 'changed';
    case 'differs':
      return row.paper?.difference != null;
    case 'said-yes':
      return row.section_answer === 'yes';
    case 'said-partly':
      return row.section_answer === 'partly';
    case 'said-no':
      return row.section_answer === 'no';
    case 'said-other':
      return row.section_answer === 'not_applicable' || row.section_answer === 'unknown';
  }
}

export interface Counts {
  /** In scope. */
  items: number;
  answered: number;
}

export function countsOf(rows: readonly GridRow[], kind: Kind): Counts {
  let items = 0;
  let answered = 0;
  for (const row of rows) {
    if (row.exclusion !== null) continue;
    items += 1;
    if (valueOf(row, kind) !== null) answered += 1;
  }
  return { items, answered };
}

export function filterCounts(rows: readonly GridRow[], kind: Kind): Record<FilterId, number> {
  const counts = Object.fromEntries(filtersOf(kind).map((filter) => [filter, 0])) as Record<FilterId, number>;
  for (const row of rows) for (const filter of filtersOf(kind)) if (matchesFilter(row, kind, filter)) counts[filter] += 1;
  return counts;
}

/** What is asked, and what was judged of it: folded once per row as delivered, since a changed row is another object. */
const folded = new WeakMap<GridRow, { asked: string; whole: string }>();
function searchText(row: GridRow, facing: boolean): string {
  let text = folded.get(row);
  if (text === undefined) {
    const asked = fold([row.number, row.clause, row.question, row.question_en].filter(Boolean).join('\n'));
    const { answer, self_answer: self, paper, finding } = row;
    const judged = [answer?.note, self?.basis, self?.improvement, paper?.number, finding?.number].filter(Boolean);
    text = { asked, whole: `${asked}\n${fold(judged.join('\n'))}` };
    folded.set(row, text);
  }
  return facing ? text.asked : text.whole;
}

/**
 * The items to show. It is asked when a filter or the search changes, not when an answer does: a row one has just
 * answered stays where it is, although it no longer matches. What is not asked this time is shown on request only.
 * In front of others, `facing`, rows are found by what is asked alone: which ones match would tell what was written.
 */
export function itemsFor(rows: readonly GridRow[], kind: Kind, filters: readonly FilterId[], search: string, facing = false): string[] {
  const words = search.split(/\s+/u).map(fold).filter(Boolean);
  // What is 今回対象外 is most of a standard, and is only in the way of who asks the rest.
  const whole = filters.length === 0 && words.length === 0 && rows.some((row) => row.exclusion === null);
  return rows
    .filter((row) => !whole || row.exclusion === null)
    .filter((row) => filters.length === 0 || filters.some((filter) => matchesFilter(row, kind, filter)))
    .filter((row) => words.every((word) => searchText(row, facing).includes(word)))
    .map((row) => row.item);
}

/** The next shown item that is not answered, after `from` and then from the beginning; null when there is none. */
export function nextOpen(
  shown: readonly string[],
  from: string | null,
  row: (item: string) => GridRow | undefined,
  kind: Kind,
): string | null {
  const start = from === null ? -1 : shown.indexOf(from);
  for (let n = 1; n <= shown.length; n += 1) {
    const item = shown[(start + n + shown.length) % shown.length];
    const found = item === undefined ? undefined : row(item);
    if (found && matchesFilter(found, kind, 'open')) return found.item;
  }
  return null;
}

/** The items from one to another, both included, in the order shown. */
export function rangeOf(shown: readonly string[], anchor: string | null, to: string): string[] {
  const end = shown.indexOf(to);
  if (end < 0) return [];
  const start = anchor === null ? -1 : shown.indexOf(anchor);
  if (start < 0) return [to];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** The row after the last of these, where one goes on; the last itself at the end of the list. */
export function after(shown: readonly string[], items: readonly string[]): string | null {
  const last = Math.max(...items.map((item) => shown.indexOf(item)));
  return shown[Math.min(last + 1, shown.length - 1)] ?? null;
}

/** The row as it will be once the answer is stored: shown at once, replaced by what is stored. */
export function answeredRow(row: GridRow, kind: Kind, value: Value): GridRow {
  if (kind === 'audit') {
    const verdict = (value ?? 'unverified') as Verdict;
    const blank = { id: '', note: '', procedure: null, seen_on: null, seen_time: '', witness: '', answered_by: null, answered_at: null, recovered: false };
    return { ...row, answer: { ...blank, ...row.answer, verdict } };
  }
  const blank = { id: '', basis: '', improvement: '', due: '', source: '', answered_at: null, recovered: false };
  return { ...row, self_answer: { ...blank, ...row.self_answer, answer: value as SelfAnswer | null } };
}

/** Puts changed rows in their places; rows for which something newer is under way keep what is shown. */
export function patched(
  rows: readonly GridRow[],
  changed: readonly GridRow[],
  waiting: (item: string) => boolean = () => false,
): readonly GridRow[] {
  const by = new Map(changed.filter((row) => !waiting(row.item)).map((row) => [row.item, row]));
  return by.size === 0 ? rows : rows.map((row) => by.get(row.item) ?? row);
}

export interface ClauseNode extends Counts {
  id: string;
  title: string;
  title_en: string | null;
  children: ClauseNode[];
}

/** The clauses under which something is asked this time. */
const asked = (nodes: readonly ClauseNode[]): ClauseNode[] =>
  nodes.filter((node) => node.items > 0).map((node) => ({ ...node, children: asked(node.children) }));

/** The clauses as a tree, each with what lies below it; `all` keeps those of which nothing is asked this time. */
export function clauseTree(clauses: readonly GridClause[], rows: readonly GridRow[], kind: Kind, all = false): ClauseNode[] {
  const nodes = new Map<string, ClauseNode>();
  const top: ClauseNode[] = [];
  const parents = new Map(clauses.map((clause) => [clause.id, clause.parent]));
  for (const clause of clauses) {
    const { id, title, title_en } = clause;
    const node: ClauseNode = { id, title, title_en, children: [], items: 0, answered: 0 };
    nodes.set(id, node);
    const parent = clause.parent === null ? undefined : nodes.get(clause.parent);
    (parent?.children ?? top).push(node);
  }
  for (const row of rows) {
    if (row.exclusion !== null) continue;
    const done = valueOf(row, kind) !== null;
    for (let id: string | null | undefined = row.clause; id; id = parents.get(id)) {
      const node = nodes.get(id);
      if (!node) break;
      node.items += 1;
      if (done) node.answered += 1;
    }
  }
  return all ? top : asked(top);
}

/** The clause and what it stands under, outermost first. */
export function clausePath(clauses: ReadonlyMap<string, GridClause>, id: string): GridClause[] {
  const path: GridClause[] = [];
  for (let at = clauses.get(id); at && path.length < 12; at = at.parent ? clauses.get(at.parent) : undefined) path.unshift(at);
  return path;
}

/** The first shown item of a clause or of what lies below it. */
export function firstOf(
  shown: readonly string[],
  clause: string,
  clauses: ReadonlyMap<string, GridClause>,
  row: (item: string) => GridRow | undefined,
): string | null {
  return (
    shown.find((item) => {
      const found = row(item);
      return found !== undefined && clausePath(clauses, found.clause).some((one) => one.id === clause);
    }) ?? null
  );
}

/** The first shown item of the next or previous section (the second level of the standard) from where one is. */
export function nextSection(
  shown: readonly string[],
  from: string | null,
  step: 1 | -1,
  section: (item: string) => string,
): string | null {
  const at = from === null ? -1 : shown.indexOf(from);
  const here = at < 0 ? null : section(shown[at] ?? '');
  let n = at;
  while (n + step >= 0 && n + step < shown.length && (n < 0 || section(shown[n] ?? '') === here)) n += step;
  const found = shown[Math.max(0, n)];
  if (found === undefined) return null;
  const wanted = section(found);
  return shown.find((item) => section(item) === wanted) ?? null;
}
