/** What taking a returned sheet over would do, in words and figures. Pure, hence tested. */
import type { Commands } from '../../gen/commands';
import { enumText, has, text } from '../../i18n';

export type Preview = Commands['import.read']['response']['output'];
export type ImportForm = Preview['forms'][number];
export type PlanRow = ImportForm['rows'][number];
export type Status = PlanRow['status'];

/** What a person must look at comes first; what stays as it is comes last. */
export const STATUSES: readonly Status[] = ['conflict', 'query', 'error', 'unknown', 'new', 'changed', 'same', 'unanswered'];

export const STATUS_TONE = {
  new: 'success',
  changed: 'info',
  same: 'neutral',
  conflict: 'warning',
  query: 'warning',
  error: 'danger',
  unanswered: 'neutral',
  unknown: 'danger',
} as const;

/** How the program names a cell when it is asked to take it over. */
export function cellKey(form: ImportForm, row: PlanRow): string {
  return `${form.target ?? ''}/${row.key}/${row.column}`;
}

export function statusCounts(form: ImportForm): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const row of form.rows) counts[row.status] += 1;
  return counts;
}

/** How many cells 確定 would take over. */
export function taken(preview: Preview, overwrite: ReadonlySet<string>): number {
  let count = 0;
  for (const form of preview.forms) {
    if (form.target === null) continue;
    for (const row of form.rows) {
      if (row.status === 'new' || row.status === 'changed') count += 1;
      else if (row.status === 'conflict' && overwrite.has(cellKey(form, row))) count += 1;
    }
  }
  return count;
}

/** A stored value in words: an answer by its name, a text as it is. */
export function valueText(form: ImportForm, row: PlanRow, value: string | null): string {
  if (!value) return '';
  if (row.column !== 'answer') return value;
  return enumText(form.kind === 'audit' ? 'verdict' : 'self-answer', value);
}

/** What a column is called on the sheet. */
export function columnText(form: ImportForm, row: PlanRow): string {
  if (row.key.startsWith('field:')) return text(`app-form-${row.key.slice('field:'.length)}`);
  const column = row.column === 'answer' && form.kind === 'audit' ? 'verdict' : row.column;
  const key = `app-form-${column.replace(/_/g, '-')}`;
  return has(key) ? text(key) : row.column;
}

/** The short number of an item: without the name of the pack. */
export function numberText(row: PlanRow): string {
  return row.key.startsWith('field:') ? '' : row.key.replace(/^[^:]*:/, '');
}
