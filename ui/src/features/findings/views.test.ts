import { expect, test } from 'vitest';
import { linesOf, nearest } from '../../components/table';
import { sortRows } from '../../components/window';
import { GRADES, STATES, type Row } from './life';
import { chipsOf, countsOf, filtered, kept, monthOf, monthText, monthsOf, paramsOf, wantedOf, type DueRow } from './views';

const row = (n: number): Row => ({
  id: String(n),
  number: `指摘-${String(n)}`,
  fiscal_year: 2017 + (n % 10),
  grade: GRADES[n % GRADES.length] ?? 'minor',
  title: `記録の管理（その${String(n)}）`,
  department: String(n % 200),
  department_name: `${String(n % 200)}課`,
  state: STATES[n % STATES.length] ?? 'draft',
  due_on: '2026-11-21',
  days_late: (n % 30) - 15,
  percent: null,
  owner: null,
  next_report_on: null,
  view: null,
  view_due_on: null,
  repeat_of: null,
  cross_cutting: false,
  urgent: false,
});

test('chips and the address say the same', () => {
  const params = { open: '1', state: 'ordered,correcting', grade: 'major', department: 'x' };
  const chips = chipsOf(wantedOf(params));
  expect(chips).toEqual(['open', 'state:ordered', 'state:correcting', 'grade:major']);
  expect(paramsOf(chips)).toEqual({ open: '1', late: undefined, state: 'ordered,correcting', grade: 'major' });
  expect(paramsOf([])).toEqual({ open: undefined, late: undefined, state: undefined, grade: undefined });
});

test('a chip counts the rows it would show, and stays while it is on', () => {
  const rows = Array.from({ length: 45 }, (_, n) => row(n)).filter((one) => one.state !== 'draft');
  for (const { value, count } of countsOf(rows, ['state:draft'])) {
    expect(filtered(rows, wantedOf(paramsOf([value]))), value).toHaveLength(count);
  }
  expect(countsOf(rows, ['state:draft']).find((one) => one.value === 'state:draft')?.count).toBe(0);
  expect(countsOf(rows, []).some((one) => one.value === 'state:draft')).toBe(false);
});

test('what is late comes before the months, whatever its own', () => {
  const due = (due_on: string, days_late: number) => ({ due_on, days_late }) as DueRow;
  const rows = [due('2027-01-10', -50), due('2026-03-01', 265), due('2026-11-21', 0), due('2026-11-30', -9)];
  expect(rows.map(monthOf)).toEqual(['2027-01', '0', '2026-11', '2026-11']);
  expect(monthsOf(rows)).toEqual([
    { month: '0', count: 1 },
    { month: '2026-11', count: 2 },
    { month: '2027-01', count: 1 },
  ]);
  expect(monthText('2026-11', () => '令和8年11月1日')).toBe('令和8年11月');
  expect(monthText('2026-11', () => '1 November 2026')).toBe('November 2026');
});

test('rows stand under the headings of their groups', () => {
  const { lines, places } = linesOf(['総務課', '総務課', '税務課']);
  expect(lines).toEqual([{ head: '総務課', count: 2 }, { at: 0 }, { at: 1 }, { head: '税務課', count: 1 }, { at: 2 }]);
  expect(places).toEqual([1, 2, 4]);
  expect(linesOf([])).toEqual({ lines: [], places: [] });
});

test('of a folded group only the heading shows, and the cursor goes past it', () => {
  const names = ['総務課', '総務課', '税務課', '会計課'];
  const { lines, places } = linesOf(names, new Set(['税務課']));
  expect(lines).toEqual([{ head: '総務課', count: 2 }, { at: 0 }, { at: 1 }, { head: '税務課', count: 1 }, { head: '会計課', count: 1 }, { at: 3 }]);
  expect(places).toEqual([1, 2, -1, 5]);
  expect([nearest(places, 2, true), nearest(places, 2, false), nearest(places, 1, true)]).toEqual([3, 1, 1]);
  const last = linesOf(names, new Set(['会計課', '税務課'])).places;
  expect(nearest(last, 3, true)).toBe(1);
  expect(nearest(linesOf(names, new Set(names)).places, 0, true)).toBeNull();
  expect(nearest([], 0, true)).toBeNull();
});

test('what is kept under a name does not depend on the order of clicks', () => {
  expect(kept({ late: '1', grade: 'major', open: undefined })).toBe(kept({ grade: 'major', late: '1' }));
});

test('ten thousand findings are counted, filtered and grouped at once', () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => row(n));
  const took: number[] = [];
  for (let go = 0; go < 5; go += 1) {
    const begun = performance.now();
    countsOf(rows, []);
    const some = filtered(rows, wantedOf({ open: '1', grade: 'major,minor,observation' }));
    const sorted = sortRows(some, (one) => one.department_name, false);
    linesOf(sorted.map((one) => one.department_name));
    took.push(performance.now() - begun);
  }
  // A machine that does three other things meanwhile is no reason to fail; something quadratic is.
  expect(Math.min(...took)).toBeLessThan(100);
});
