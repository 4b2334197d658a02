import { expect, test } from 'vitest';
import type { AuditPlanDetail } from '../../gen/types/AuditPlanDetail';
import type { AuditPlanTarget } from '../../gen/types/AuditPlanTarget';
import { chosen, differs, following, moved, prefill, prefilled, unaudited, type Mode } from './years';

const target = (department: string, subject: string | null, modes: Mode[], whole: Mode[] = []): AuditPlanTarget => ({
  department,
  subject,
  name: subject ?? department,
  kind: subject === null ? null : 'system',
  department_name: department,
  cells: modes.map((mode, n) => ({ fiscal_year: 2025 + n, mode, note: '', mid_term: whole[n] ?? null, audits: [] })),
  last: null,
  before: null,
  left_out: false,
  desk_only: false,
  overdue: false,
});

test('arrows stay in the table', () => {
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', 3, 2)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 0, column: 0 }, 'ArrowRight', 3, 2)).toEqual({ row: 0, column: 1 });
  expect(moved({ row: 0, column: 1 }, 'PageDown', 3, 2)).toEqual({ row: 2, column: 1 });
  expect(moved({ row: 0, column: 1 }, 'x', 3, 2)).toBeNull();
});

test('a range is what lies between two corners, whichever comes first', () => {
  const rows = [target('総務課', null, [null, null, null]), target('総務課', '台帳', [null, null, null])];
  const found = chosen(rows, { row: 1, column: 2 }, { row: 0, column: 1 });
  expect(found.map(({ subject, fiscal_year }) => [subject, fiscal_year])).toEqual([
    [null, 2026],
    [null, 2027],
    ['台帳', 2026],
    ['台帳', 2027],
  ]);
});

test('Enter goes through on site, desk and none', () => {
  expect([null, 'on_site', 'desk'].map((mode) => following(mode as Mode))).toEqual(['on_site', 'desk', null]);
});

test('a year that says otherwise than the plan of several years is told', () => {
  expect(differs(target('a', null, ['desk'], ['on_site']))).toBe(true);
  expect(differs(target('a', null, [null], ['on_site']))).toBe(true);
  expect(differs(target('a', null, ['desk'], [null]))).toBe(false);
});

test('an audit can be planned of what is in the plan and has none yet', () => {
  const rows = [target('総務課', null, ['on_site']), target('給付課', null, ['desk']), target('会計課', null, [null]), target('議会', null, ['desk'])];
  rows[1]?.cells[0]?.audits.push({ id: 'a', title: '監査', state: 'planned', from_on: null, until_on: null });
  const found = unaudited(rows, { row: 0, column: 0 }, { row: 2, column: 0 });
  expect(found.map((one) => one.name)).toEqual(['総務課']);
});

test('what an audit begins with survives the address', () => {
  const plan = { from_year: 2026, pack_hash: 'h' } as AuditPlanDetail;
  const params = prefill(plan, [target('d1', null, []), target('d1', 's1', []), target('d2', null, [])], '監査');
  expect(prefilled(params)).toEqual({ fiscal_year: 2026, title: '監査', pack_hash: 'h', departments: ['d1', 'd2'], subjects: ['s1'] });
  expect(prefilled({})).toEqual({ departments: [], subjects: [] });
  expect(prefilled({ year: 'x', departments: ',' })).toEqual({ departments: [], subjects: [] });
});
