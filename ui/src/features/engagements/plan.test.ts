import { expect, test } from 'vitest';
import { cellKey, columnText, numberText, statusCounts, taken, valueText, type ImportForm, type PlanRow, type Preview } from './plan';

const cell = (status: PlanRow['status'], more: Partial<PlanRow> = {}): PlanRow => ({
  key: 'hyogo:6.4.1-1',
  column: 'answer',
  sheet: '自己点検票',
  cell: 'D8',
  found: 'はい',
  value: 'yes',
  likely: null,
  status,
  code: null,
  before_sent: '',
  in_workspace: '',
  ...more,
});
const form = (rows: PlanRow[], target: string | null = 't1') =>
  ({ target, blank: null, engagement_title: '', department: '', sheet: '', kind: 'self_check', contact: '', rows, questions: [] }) as ImportForm;
const preview = (...forms: ImportForm[]) => ({ token: 'x', file_name: '', sha256: '', known: false, forms, diagnostics: [] }) as Preview;

test('only what is new, changed or chosen is taken over', () => {
  const rows = [cell('new'), cell('changed'), cell('conflict'), cell('query'), cell('error'), cell('same'), cell('unknown')];
  const one = form(rows);
  expect(taken(preview(one), new Set())).toBe(2);
  expect(taken(preview(one), new Set([cellKey(one, cell('conflict'))]))).toBe(3);
  expect(taken(preview(form(rows, null)), new Set()), 'a sheet of another workspace').toBe(0);
  expect(statusCounts(one)).toMatchObject({ new: 1, conflict: 1, unanswered: 0 });
});

test('cells are named as the program names them', () => {
  expect(cellKey(form([]), cell('conflict'))).toBe('t1/hyogo:6.4.1-1/answer');
  expect(valueText(form([]), cell('new'), 'partly')).toBe('一部');
  expect(valueText(form([]), cell('new', { column: 'basis' }), '台帳')).toBe('台帳');
  expect(columnText(form([]), cell('new', { column: 'basis' }))).toBe('根拠・証跡');
  expect(columnText(form([]), cell('new', { key: 'field:contact', column: '@value' }))).toBe('担当者・内線');
  expect(numberText(cell('new'))).toBe('6.4.1-1');
});
