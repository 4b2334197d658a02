/** The views over what is open: what is filtered by which chip, which month a day belongs to. Pure, hence tested. */
import type { Commands } from '../../gen/commands';
import { GRADES, STATES, isLate, matches, settled, type Row, type Wanted } from './life';

export type DueRow = Commands['due.list']['response'][number];

/** By what the table of all findings can be grouped, and the column that says it. */
export const GROUPS = ['department', 'grade', 'state', 'year', 'owner'] as const;
export type Group = (typeof GROUPS)[number];

const split = (value: string | undefined) => (value ? value.split(',') : []);
const join = (value: readonly string[]) => (value.length > 0 ? value.join(',') : undefined);

/** What the address asks for. */
export function wantedOf(params: Record<string, string | undefined>): Wanted {
  return {
    states: split(params.state),
    grades: split(params.grade),
    department: params.department ?? '',
    late: params.late === '1',
    open: params.open === '1',
  };
}

/** The same as names of chips, e.g. `late`, `state:draft`. */
export function chipsOf(wanted: Wanted): string[] {
  return [
    ...(wanted.open ? ['open'] : []),
    ...(wanted.late ? ['late'] : []),
    ...wanted.states.map((state) => `state:${state}`),
    ...wanted.grades.map((grade) => `grade:${grade}`),
  ];
}

/** And back to what stands in the address. */
export function paramsOf(chips: readonly string[]): Record<string, string | undefined> {
  const of = (kind: string) => join(chips.filter((chip) => chip.startsWith(`${kind}:`)).map((chip) => chip.slice(kind.length + 1)));
  return {
    open: chips.includes('open') ? '1' : undefined,
    late: chips.includes('late') ? '1' : undefined,
    state: of('state'),
    grade: of('grade'),
  };
}

/** How many rows each chip would show, counted in one pass; chips without rows are left out unless they are on. */
export function countsOf(rows: readonly Row[], on: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  const add = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const row of rows) {
    if (!settled(row.state)) add('open');
    if (isLate(row)) add('late');
    add(`state:${row.state}`);
    add(`grade:${row.grade}`);
  }
  const all = ['open', 'late', ...STATES.map((state) => `state:${state}`), ...GRADES.map((grade) => `grade:${grade}`)];
  return all
    .map((value) => ({ value, count: counts.get(value) ?? 0 }))
    .filter((one) => one.count > 0 || on.includes(one.value) || one.value === 'open' || one.value === 'late');
}

export function filtered(rows: readonly Row[], wanted: Wanted): readonly Row[] {
  return chipsOf(wanted).length === 0 && wanted.department === '' ? rows : rows.filter((row) => matches(row, wanted));
}

/** What is late comes first, whatever its month; then month by month. */
export const OVERDUE = '0';
export function monthOf(row: DueRow): string {
  return (row.days_late ?? 0) > 0 ? OVERDUE : (row.due_on ?? '').slice(0, 7);
}

/** The months that have something in them, in order, with how much. */
export function monthsOf(rows: readonly DueRow[]): { month: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(monthOf(row), (counts.get(monthOf(row)) ?? 0) + 1);
  return [...counts].map(([month, count]) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The year and month in words, as the language of the screen has them. */
export function monthText(month: string, date: (iso: string) => string): string {
  return date(`${month}-01`).replace(/1日.*$/, '').replace(/^1 /, '').replace(/ 1,/, '').trim();
}

/** The parameters of the address as they are kept under a name, always in the same order. */
export function kept(params: Record<string, string | undefined>, more: Record<string, string> = {}): string {
  const all = Object.entries({ ...params, ...more }).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(all.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}
