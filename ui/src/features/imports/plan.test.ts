import { expect, test } from 'vitest';
import {
  cellKey,
  columnText,
  letters,
  NOTHING,
  numberText,
  open,
  placeOf,
  statusCounts,
  taken,
  valueText,
  type ImportForm,
  type PlanRow,
  type Preview,
} from './plan';

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
const form = (rows: PlanRow[], target: string | null = 't1') => ({ target, sheet: '総務課', kind: 'self_check', rows }) as ImportForm;
const preview = (...forms: ImportForm[]) => ({ token: 'x', forms }) as Preview;

test('only what is new, changed, chosen or decided is taken over', () => {
  const rows = [cell('new'), cell('changed'), cell('conflict'), cell('query', { key: 'q' }), cell('error'), cell('same'), cell('unknown')];
  const one = form(rows);
  expect(taken(preview(one), NOTHING)).toBe(2);
  expect(open(preview(one), NOTHING)).toBe(3);
  expect(taken(preview(one), { ...NOTHING, overwrite: new Set([cellKey(one, cell('conflict'))]) })).toBe(3);
  const decided = { ...NOTHING, decided: { [cellKey(one, cell('query', { key: 'q' }))]: 'no' } };
  expect(taken(preview(one), decided)).toBe(3);
  expect(open(preview(one), decided)).toBe(2);
  expect(taken(preview(one), { ...NOTHING, leave: new Set(['総務課/t1']) }), 'a version that is left').toBe(0);
  expect(taken(preview(form(rows, null)), NOTHING), 'a sheet of another workspace').toBe(0);
  expect(statusCounts(one)).toMatchObject({ new: 1, conflict: 1, unanswered: 0 });
});

test('cells are named as the program names them', () => {
  expect(cellKey(form([]), cell('conflict'))).toBe('総務課/t1/hyogo:6.4.1-1/answer');
  expect(valueText('self_check', 'answer', 'partly')).toBe('一部');
  expect(valueText('self_check', 'basis', '台帳')).toBe('台帳');
  expect(valueText('self_check', 'counts', '3,0,1,0,0')).toBe('はい 3人・いいえ 1人');
  expect(columnText('self_check', cell('new', { column: 'basis' }))).toBe('根拠・証跡');
  expect(columnText('self_check', cell('new', { key: 'field:contact', column: '@value' }))).toBe('担当者・内線');
  expect(numberText(cell('new'))).toBe('6.4.1-1');
});

test('columns have the letters of the spreadsheet', () => {
  for (const [column, text] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ] as const) {
    expect(letters(column)).toBe(text);
    expect(placeOf(`${text}7`)).toEqual({ row: 6, column });
  }
  expect(placeOf('表')).toBeNull();
});
