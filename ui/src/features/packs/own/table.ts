/** What becomes of the rows of a table of questions, in words. Pure, hence tested. */
import type { QuestionStatus } from '../../../gen/types/QuestionStatus';
import type { QuestionTableRow } from '../../../gen/types/QuestionTableRow';
import { enumText, t, text } from '../../../i18n';
import { numberOf } from '../pack';
import { formText } from './own';

/** What a person must look at comes first. */
export const STATUSES: readonly QuestionStatus[] = ['no_clause', 'too_long', 'new', 'restored', 'same', 'repeated', 'left', 'skipped'];
export const STATUS_TONES: Record<QuestionStatus, 'success' | 'info' | 'neutral' | 'warning' | 'danger'> = {
  no_clause: 'warning',
  too_long: 'danger',
  new: 'success',
  restored: 'info',
  same: 'neutral',
  repeated: 'neutral',
  left: 'neutral',
  skipped: 'neutral',
};

/** Whether a row is taken over at 確定. */
export function isTaken(row: QuestionTableRow): boolean {
  return row.status === 'new' || row.status === 'restored';
}

/** Whether a row belongs to one of the wanted kinds; `faulty` is what the parser would not take yet. */
export function isOf(row: QuestionTableRow, wanted: readonly string[]): boolean {
  return wanted.length === 0 || wanted.includes(row.status) || (wanted.includes('faulty') && row.mistakes.length > 0);
}

/** Everything that is to be said of a row, the gravest first. */
export function said(row: QuestionTableRow): string[] {
  const lines: string[] = [];
  if (row.status === 'no_clause') {
    lines.push(row.written_clause === '' ? t('own-table-clause-missing') : t('own-table-clause-unknown', { written: row.written_clause }));
  }
  if (row.status === 'skipped') lines.push(enumText('own-table-kind', row.kind));
  if (row.status === 'same' && row.same !== null) lines.push(t('own-table-same-as', { item: numberOf(row.same) }));
  if (row.status === 'restored' && row.same !== null) lines.push(t('own-table-restores', { item: numberOf(row.same) }));
  if (row.status === 'repeated') lines.push(t('own-table-earlier', { cell: row.earlier ?? '' }));
  lines.push(...row.mistakes.map((mistake) => formText(mistake)));
  if (row.partly_struck) lines.push(t('own-table-partly-struck'));
  lines.push(...row.remarks.map((one) => text(`own-table-remark-${one.remark.replaceAll('_', '-')}`, { text: one.text })));
  if ((row.status === 'new' || row.status === 'no_clause') && row.clause_from !== 'own' && row.clause_from !== 'nowhere') {
    lines.push(t('own-table-clause-from', { from: enumText('own-table-from', row.clause_from), written: row.written_clause }));
  }
  return lines;
}
