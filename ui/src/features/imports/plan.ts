/** What taking returned sheets over would do, in words and figures. Pure, hence tested. */
import type { Commands } from '../../gen/commands';
import type { CommitFile } from '../../gen/types/CommitFile';
import type { LayoutColumn } from '../../gen/types/LayoutColumn';
import { enumText, has, t, text } from '../../i18n';

export type Preview = Commands['import.read']['response'];
export type ImportForm = Preview['forms'][number];
export type PlanRow = ImportForm['rows'][number];
export type Status = PlanRow['status'];
export type Versions = Commands['import.compare']['response'][number];
export type Tables = NonNullable<Preview['tables']>;
export type Reading = Tables['reading'];

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

/** What a person has chosen of one file. */
export interface Choice {
  overwrite: ReadonlySet<string>;
  decided: Readonly<Record<string, string>>;
  leave: ReadonlySet<string>;
  cameBack: Readonly<Record<string, number>>;
}
export const NOTHING: Choice = { overwrite: new Set(), decided: {}, leave: new Set(), cameBack: {} };

/** How the program names a sheet of a target. */
export function sheetKey(sheet: string, target: string | null): string {
  return `${sheet}/${target ?? ''}`;
}

/** How the program names a cell when something is decided about it. */
export function cellKey(form: ImportForm, row: PlanRow): string {
  return `${sheetKey(form.sheet, form.target)}/${row.key}/${row.column}`;
}

export function statusCounts(form: ImportForm): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const row of form.rows) counts[row.status] += 1;
  return counts;
}

/** Whether a remark is clear in itself and only waits for the answer it goes with. */
export function waits(row: PlanRow): boolean {
  return row.status === 'query' && row.code === null && row.column !== 'answer';
}

/** Whether a cell would be taken over. */
export function isTaken(form: ImportForm, row: PlanRow, choice: Choice): boolean {
  if (row.status === 'new' || row.status === 'changed') return true;
  const key = cellKey(form, row);
  if (waits(row)) return choice.decided[key] !== undefined || form.rows.some((one) => one.column === 'answer' && one.key === row.key && isTaken(form, one, choice));
  if (row.status === 'conflict' && choice.overwrite.has(key)) return true;
  return (row.status === 'query' || row.status === 'conflict') && choice.decided[key] !== undefined;
}

/** How many cells 確定 would take over. */
export function taken(preview: Preview, choice: Choice): number {
  let count = 0;
  for (const form of preview.forms) {
    if (form.target === null || choice.leave.has(sheetKey(form.sheet, form.target))) continue;
    for (const row of form.rows) if (isTaken(form, row, choice)) count += 1;
  }
  return count;
}

/** How many cells still wait for somebody's word. */
export function open(preview: Preview, choice: Choice): number {
  let count = 0;
  for (const form of preview.forms) {
    if (form.target === null || choice.leave.has(sheetKey(form.sheet, form.target))) continue;
    for (const row of form.rows) {
      const asked = row.status === 'query' || row.status === 'conflict' || row.status === 'error';
      if (asked && !isTaken(form, row, choice)) count += 1;
    }
  }
  return count;
}

/** What was chosen of a file, as it is sent. */
export function request(preview: Preview, choice: Choice): CommitFile {
  return {
    token: preview.token,
    overwrite: [...choice.overwrite],
    decided: { ...choice.decided },
    leave: [...choice.leave],
    came_back: { ...choice.cameBack },
  };
}

const ANSWERS = ['yes', 'partly', 'no', 'not_applicable', 'unknown'];
const VERDICTS = ['conforming', 'partial', 'nonconforming', 'not_applicable'];

/** What may be decided of an unclear answer. */
export function answersOf(kind: ImportForm['kind']): { value: string; label: string }[] {
  const audit = kind === 'audit';
  return (audit ? VERDICTS : ANSWERS).map((value) => ({ value, label: enumText(audit ? 'verdict' : 'self-answer', value) }));
}

/** A stored value in words: an answer by its name, numbers of answers one by one, a text as it is. */
export function valueText(kind: ImportForm['kind'], column: string, value: string | null): string {
  if (!value) return '';
  if (column === 'counts') {
    const counts = value.split(',');
    const named = ANSWERS.map((answer, n) => ({ answer, count: counts[n] ?? '0' })).filter((one) => one.count !== '0');
    return named.map((one) => t('import-count', { answer: enumText('self-answer', one.answer), count: Number(one.count) })).join('・') || '0';
  }
  if (column !== 'answer') return value;
  return enumText(kind === 'audit' ? 'verdict' : 'self-answer', value);
}

/** What a column is called on the sheet. */
export function columnText(kind: ImportForm['kind'], row: { key: string; column: string }): string {
  if (row.key.startsWith('field:')) return text(`app-form-${row.key.slice('field:'.length)}`);
  if (row.column === 'counts') return t('import-counts');
  const column = row.column === 'answer' && kind === 'audit' ? 'verdict' : row.column;
  const key = `app-form-${column.replace(/_/g, '-')}`;
  return has(key) ? text(key) : row.column;
}

/** The short number of an item: without the name of the pack. */
export function numberText(row: { key: string }): string {
  return row.key.startsWith('field:') ? '' : row.key.replace(/^[^:]*:/, '');
}

/** The letters of a column: 0 is A. */
export function letters(column: number): string {
  let text = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

/** Where an address such as `AB12` lies, counted from 0. */
export function placeOf(cell: string): { row: number; column: number } | null {
  const found = /^([A-Z]+)(\d+)$/.exec(cell);
  if (!found) return null;
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found[2]) - 1, column };
}

/** What a column holds; beside questions a note is no remark on an answer. */
export function useText(holds: LayoutColumn['holds'], answers: boolean): string {
  return holds === 'note' && !answers ? t('own-note') : enumText('import-column-use', holds);
}
