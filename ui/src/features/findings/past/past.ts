/** Findings of earlier years from a table: what is shown of a row, and what can be said to a question. Pure, hence tested. */
import type { Commands } from '../../../gen/commands';
import type { LayoutColumn } from '../../../gen/types/LayoutColumn';
import { enumText, t } from '../../../i18n';

export type Plan = Commands['past.plan']['response'];
export type Row = Plan['rows'][number];
export type Question = Plan['questions'][number];
export type Reading = Plan['reading'];
export type Status = Row['status'];

/** What a person must look at comes first; what stays as it is comes last. */
export const STATUSES: readonly Status[] = ['open', 'unreadable', 'differs', 'new', 'same'];
export const STATUS_TONE = { new: 'success', same: 'neutral', differs: 'warning', open: 'warning', unreadable: 'danger' } as const;

/** What a column of such a list can hold. */
export const HOLDS: readonly LayoutColumn['holds'][] = [
  'finding_number',
  'year',
  'place',
  'grade',
  'title',
  'fact',
  'criterion',
  'cause',
  'risk',
  'recommendation',
  'found_on',
  'ordered_on',
  'improvement',
  'owner',
  'due',
  'status',
  'done_on',
  'checked',
  'checked_on',
  'note',
  'ignored',
];

export interface Option {
  value: string;
  label: string;
}

const GRADES = ['major', 'minor', 'observation', 'recommendation', 'good_practice'];
const PROGRESS = ['not_started', 'underway', 'delayed', 'done', 'closed'];
const RESULTS = ['effective', 'insufficient'];

/** What can be said to a question; a day is typed instead. */
export function optionsOf(question: Question, plan: Plan): Option[] {
  const of = (list: string, keys: readonly string[]) => keys.map((value) => ({ value, label: enumText(list, value) }));
  const none = { value: 'none', label: t('past-none') };
  switch (question.asked) {
    case 'department':
      return [{ value: 'above', label: t('past-above') }, ...plan.departments];
    case 'year':
      return plan.years;
    case 'grade':
      return of('grade', GRADES);
    case 'status':
      return [...of('past-status', PROGRESS), none];
    case 'checked':
      return [...of('verification-result', RESULTS), none];
    default:
      return [];
  }
}

export function isDay(question: Question): boolean {
  return question.asked === 'due' || question.asked === 'done_on';
}

/** What the likely meaning is called. */
export function likelyText(question: Question, plan: Plan): string {
  return optionsOf(question, plan).find((one) => one.value === question.likely)?.label ?? '';
}

export function statusCounts(rows: readonly Row[]): Record<Status, number> {
  const counts = Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>;
  for (const row of rows) counts[row.status] += 1;
  return counts;
}

/** How many findings 確定 would make. */
export function taken(rows: readonly Row[], skip: ReadonlySet<string>): number {
  return rows.filter((row) => row.status === 'new' && !skip.has(row.key)).length;
}

/** What is to be known of a row, in words. */
export function notesOf(row: Row): string[] {
  const value = (field: string, text: string) => (field === 'grade' ? enumText('grade', text) : text);
  const issues = row.issues.map((one) => t(`past-issue-${one.issue}`, { text: one.text }));
  const changes = row.changes.map((one) =>
    t('past-field-changed', { field: enumText('import-column-use', one.field), before: value(one.field, one.before), after: value(one.field, one.after) }),
  );
  return [...issues, ...changes];
}
