/** The items of an audit as the screen narrows them. Pure, hence tested. */
import type { ScopeRow } from '../../../gen/types/ScopeRow';
import { fold } from '../../../keys';

/** Which items are shown; several may be on, each narrows. */
export const FILTERS = ['in', 'out', 'proposed', 'differs'] as const;
export type Filter = (typeof FILTERS)[number];

export const isIn = (row: ScopeRow) => row.exclusion === null;

const passes: Record<Filter, (row: ScopeRow) => boolean> = {
  in: isIn,
  out: (row) => !isIn(row),
  proposed: (row) => row.proposed,
  differs: (row) => row.proposed !== isIn(row),
};

/** How many items each filter would show. */
export function counts(rows: readonly ScopeRow[]): Record<Filter, number> {
  const found = { in: 0, out: 0, proposed: 0, differs: 0 };
  for (const row of rows) for (const filter of FILTERS) if (passes[filter](row)) found[filter] += 1;
  return found;
}

/** What an item can be found by. */
export const wordsOf = (row: ScopeRow) => fold([row.item, row.clause, row.clause_title, row.question].join(' '));

/** The rows that pass all filters and hold all words, in their order. */
export function narrowed(rows: readonly ScopeRow[], filters: readonly string[], chapter: string, search: string): ScopeRow[] {
  const words = search.split(/\s+/).map(fold).filter(Boolean);
  return rows.filter((row) => {
    if (chapter !== '' && row.chapter !== chapter) return false;
    if (!filters.every((filter) => passes[filter as Filter](row))) return false;
    if (words.length === 0) return true;
    const text = wordsOf(row);
    return words.every((word) => text.includes(word));
  });
}

/**
 * What a press of Space does to some items: if any of them is out, all go in; else all go out. So a range that is mixed
 * ends the same all over.
 */
export function toggled(rows: readonly ScopeRow[]): { put_in: string[]; put_out: string[] } {
  const ids = rows.map((row) => row.item);
  return rows.some((row) => !isIn(row)) ? { put_in: ids, put_out: [] } : { put_in: [], put_out: ids };
}

/** What has to change for the scope to be what is proposed. What was judged already stays in. */
export function adoption(rows: readonly ScopeRow[]): { put_in: string[]; put_out: string[] } {
  return {
    put_in: rows.filter((row) => row.proposed && !isIn(row)).map((row) => row.item),
    put_out: rows.filter((row) => !row.proposed && isIn(row) && row.answered === 0).map((row) => row.item),
  };
}

/** The short number of an item: without the name of the pack. */
export const shortItem = (item: string) => item.replace(/^[^:]*:/, '');
