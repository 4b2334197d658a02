/** Arithmetic of virtual lists: which rows are drawn, where the cursor goes, how the view follows. Pure, hence tested. */
export interface Window {
  start: number;
  /** One past the last drawn row. */
  end: number;
  /** Pixels above the first drawn row. */
  offset: number;
  /** Pixels of the whole list. */
  height: number;
}

export function windowOf(scrollTop: number, viewport: number, rowHeight: number, count: number, overscan = 8): Window {
  const height = count * rowHeight;
  const top = Math.max(0, Math.min(scrollTop, Math.max(0, height - viewport)));
  const start = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const end = Math.min(count, Math.ceil((top + viewport) / rowHeight) + overscan);
  return { start, end: Math.max(start, end), offset: start * rowHeight, height };
}

/** Where the view must scroll to so that the row is seen whole; null when it is already. `top` is what a sticky header hides. */
export function scrollFor(
  index: number,
  scrollTop: number,
  viewport: number,
  rowHeight: number,
  top = 0,
): number | null {
  const from = index * rowHeight;
  if (from < scrollTop) return from;
  const visible = viewport - top;
  if (from + rowHeight > scrollTop + visible) return Math.max(0, from + rowHeight - visible);
  return null;
}

/** The row the key leads to; null when the key does not move. */
export function moveBy(key: string, index: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const to: Record<string, number> = {
    ArrowUp: index - 1,
    ArrowDown: index + 1,
    PageUp: index - page,
    PageDown: index + page,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? null : Math.max(0, Math.min(count - 1, next));
}

/**
 * The selection after a click or a key: plain takes one, Ctrl toggles one, Shift takes everything from the anchor.
 * `order` gives the keys of the rows as shown.
 */
export function select(
  selected: ReadonlySet<string>,
  order: readonly string[],
  anchor: number,
  index: number,
  how: { shift: boolean; ctrl: boolean },
): { selected: Set<string>; anchor: number } {
  const key = order[index];
  if (key === undefined) return { selected: new Set(selected), anchor };
  if (how.shift) {
    const from = Math.max(0, Math.min(anchor, index));
    const range = order.slice(from, Math.max(anchor, index) + 1);
    return { selected: new Set(how.ctrl ? [...selected, ...range] : range), anchor };
  }
  if (how.ctrl) {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    return { selected: next, anchor: index };
  }
  return { selected: new Set([key]), anchor: index };
}

/** A value as it is compared: blanks last, numbers by size, text as people sort it (第2 before 第10). */
const collator = new Intl.Collator('ja', { numeric: true });
export function compareValues(a: unknown, b: unknown): number {
  const blankA = a === null || a === undefined || a === '';
  const blankB = b === null || b === undefined || b === '';
  if (blankA || blankB) return blankA === blankB ? 0 : blankA ? 1 : -1;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return collator.compare(String(a), String(b));
}

/** What a deed is about: the selected rows that are still there, and all rows where none of them is. */
export function meant<T>(rows: readonly T[], selected: ReadonlySet<string>, key: (row: T) => string): readonly T[] {
  const chosen = rows.filter((row) => selected.has(key(row)));
  return chosen.length > 0 ? chosen : rows;
}

/** Sorts a copy; blanks stay last in both directions, equal rows keep their order. */
export function sortRows<T>(rows: readonly T[], value: (row: T) => unknown, descending: boolean): T[] {
  return [...rows].sort((a, b) => {
    const x = value(a);
    const y = value(b);
    const blank = (v: unknown) => v === null || v === undefined || v === '';
    if (blank(x) || blank(y)) return compareValues(x, y);
    return descending ? compareValues(y, x) : compareValues(x, y);
  });
}

/** Puts a table into the clipboard in both forms, where the system takes both. */
export async function copyTable({ text, html }: { text: string; html: string }): Promise<void> {
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const as = (type: string, body: string) => new Blob([body], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/plain': as('text/plain', text), 'text/html': as('text/html', html) }),
  ]);
}

/** Rows as a table for the clipboard: tab-separated for a spreadsheet, HTML for a document. */
export function asTable(heads: readonly string[], rows: readonly (readonly unknown[])[]): { text: string; html: string } {
  const plain = (value: unknown) => (value === null || value === undefined ? '' : String(value));
  // A cell that begins like a formula must arrive as text in whatever program it is pasted into.
  const cell = (value: unknown) => {
    const text = plain(value).replace(/[\t\r\n]+/g, ' ');
    return typeof value !== 'number' && /^[=+\-@]/.test(text) ? `'${text}` : text;
  };
  const escape = (value: unknown) =>
    plain(value).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
  const line = (values: readonly unknown[], tag: string) =>
    `<tr>${values.map((value) => `<${tag}>${escape(value)}</${tag}>`).join('')}</tr>`;
  return {
    text: [heads, ...rows].map((row) => row.map(cell).join('\t')).join('\n'),
    html: `<table>${line(heads, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`,
  };
}
