/** The journal as it is read: pages joined, entries found, changes told row by row. Pure, hence tested. */
import type { HistoryChange } from '../../gen/types/HistoryChange';
import type { JournalEntry } from '../../gen/types/JournalEntry';
import { fold } from '../../keys';

export function keyOf(entry: JournalEntry): string {
  return `${entry.device}-${entry.seq}`;
}

/**
 * The newest page joined with what is known, newest first. The journal only grows, so what is known stays right; it
 * also covers what new entries have pushed out of the newest page since.
 */
export function withNewest(known: readonly JournalEntry[], newest: readonly JournalEntry[]): JournalEntry[] {
  const keys = new Set(known.map(keyOf));
  return [...newest.filter((entry) => !keys.has(keyOf(entry))), ...known];
}

/** What is known with an older page behind it. */
export function withOlder(known: readonly JournalEntry[], older: readonly JournalEntry[]): JournalEntry[] {
  const keys = new Set(known.map(keyOf));
  return [...known, ...older.filter((entry) => !keys.has(keyOf(entry)))];
}

export interface Filter {
  text: string;
  person: string;
  kind: string;
  /** ISO days, both included; empty for no limit. */
  from: string;
  until: string;
}

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((value: string) => value.trim() !== '');
}

/** The entries that pass. `words` names everything of an entry that can be searched besides its changes. */
export function find(entries: readonly JournalEntry[], filter: Filter, words: (entry: JournalEntry) => string): JournalEntry[] {
  const wanted = filter.text.split(/\s+/u).map(fold).filter(Boolean);
  return entries.filter((one) => {
    const { at, actor, kind } = one.entry;
    const day = dayOf(at);
    return (
      (filter.person === '' || actor === filter.person) &&
      (filter.kind === '' || kind === filter.kind) &&
      (filter.from === '' || day >= filter.from) &&
      (filter.until === '' || day <= filter.until) &&
      (wanted.length === 0 || matches(wanted, one, words))
    );
  });
}

function matches(wanted: readonly string[], entry: JournalEntry, words: (entry: JournalEntry) => string): boolean {
  const changes = entry.entry.changes.map((change) => [change.label, change.before, change.after].filter(Boolean).join(' '));
  const text = fold([words(entry), ...changes].join('\n'));
  return wanted.every((word) => text.includes(word));
}

/** The day of a moment on this computer's clock, as ISO. */
export function dayOf(ms: number): string {
  const at = new Date(ms);
  return [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((n, i) => String(n).padStart(i === 0 ? 4 : 2, '0')).join('-');
}

/** One row with everything that changed in it. */
export interface ChangedRow {
  id: string;
  entity: string;
  label: string;
  changes: HistoryChange[];
}

/** The changes row by row, in the order in which they were made. */
export function byRow(changes: readonly HistoryChange[]): ChangedRow[] {
  const rows = new Map<string, ChangedRow>();
  for (const change of changes) {
    const id = `${change.entity} ${change.entity_id}`;
    const row = rows.get(id) ?? { id, entity: change.entity, label: change.label, changes: [] };
    row.changes.push(change);
    rows.set(id, row);
  }
  for (const row of rows.values()) row.label = labelOf(row);
  return [...rows.values()];
}

/** Rows that are called by an item show its number; those without a name what they belong to. */
function labelOf(row: ChangedRow): string {
  if (row.label !== '') return row.label.replace(/^[a-z0-9_.-]+:(?=\S)/, '');
  const owner = row.changes.find((change) => OWNERS.has(change.column) && (change.after ?? change.before) !== null);
  return owner?.after ?? owner?.before ?? '';
}

/** Columns whose value says what a row belongs to; the program gives them as names. */
const OWNERS = new Set(['person', 'department', 'finding', 'evidence', 'login']);

/** The actors and kinds that occur, for the filters; sorted so that they stay where one looks for them. */
export function occurring(entries: readonly JournalEntry[]): { persons: string[]; kinds: string[] } {
  const persons = new Set<string>();
  const kinds = new Set<string>();
  for (const { entry } of entries) {
    if (entry.actor !== null) persons.add(entry.actor);
    kinds.add(entry.kind);
  }
  return { persons: [...persons].sort(), kinds: [...kinds].sort() };
}

/** A hash in groups of four, as it is printed: easier to compare and to read out. */
export function groupHash(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}
