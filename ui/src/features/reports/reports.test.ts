import { beforeEach, describe, expect, test } from 'vitest';
import type { ChecklistPart } from '../../gen/types/ChecklistPart';
import type { EngagementDetail } from '../../gen/types/EngagementDetail';
import type { FindingRow } from '../../gen/types/FindingRow';
import type { PackRow } from '../../gen/types/PackRow';
import { prefs } from '../../state';
import { Behind, firstItem, worstItem } from './behind';
import { allOf, percent, rateText, shade } from './figures';

const engagement = (id: string, kind: 'audit' | 'self_check', departments: string[]) =>
  ({
    id,
    kind,
    title: `名称${id}`,
    pack_hash: 'h1',
    targets: departments.map((name) => ({ id: `${id}-${name}`, department: `d-${name}`, name })),
  }) as unknown as EngagementDetail;
const packs = [{ hash: 'h1', pack: 'hyogo' }] as unknown as PackRow[];
const findings = [{ id: 'f1', number: '令和8年度-001', department: 'd-会計課', department_name: '会計課' }] as unknown as FindingRow[];

describe('rows behind a figure', () => {
  const behind = new Behind(
    [engagement('a', 'audit', ['総務課', '給付課']), engagement('b', 'audit', ['給付課']), engagement('s', 'self_check', ['総務課'])],
    packs,
    findings,
  );
  test('lead to the sheet of the department, at the item', () => {
    expect(behind.sheet('audit', '総務課')).toBe(`#/audits/a/${encodeURIComponent('a-総務課')}`);
    expect(behind.sheet('audit', '総務課', '6.4.2-1')).toContain('?item=hyogo%3A6.4.2-1');
    expect(behind.sheet('self_check', '総務課')).toContain('#/self-checks/s/');
  });
  test('lead to the list where the department was audited twice, and nowhere where it was not', () => {
    expect(behind.sheet('audit', '給付課')).toBe('#/audits');
    expect(behind.sheet('audit', '会計課')).toBeNull();
  });
  test('lead to findings', () => {
    expect(behind.finding('令和8年度-001')).toBe('#/findings/f1');
    expect(behind.finding('仮-1-1')).toBeNull();
    expect(behind.findings('会計課', { grade: 'major' })).toBe(`#/findings?department=${encodeURIComponent('d-会計課')}&grade=major`);
    expect(behind.findings('知らない課')).toBeNull();
    expect(behind.findings(null, { open: '1' })).toBe('#/findings?open=1');
    expect(behind.engagement('名称a')).toBe('#/audits/a');
  });
});

test('a figure begins at the first item that it counts', () => {
  const row = (item: string, verdict: string | null) => ({ item, verdict, target: '', question: '', note: '', evidence: [] });
  const parts = [
    { department: '総務課', chapter: '6', rows: [row('6-1', 'conforming'), row('6-2', 'nonconforming')] },
    { department: '総務課', chapter: '7', rows: [row('7-1', null), row('7-2', 'nonconforming')] },
  ] as unknown as ChecklistPart[];
  expect(firstItem(parts, '総務課', '7', 'nonconforming')).toBe('7-2');
  expect(firstItem(parts, '総務課', null, 'nonconforming')).toBe('6-2');
  expect(firstItem(parts, '総務課', '7', 'out_of_scope')).toBe('7-1');
  expect(firstItem(parts, '総務課', '6')).toBe('6-1');
  expect(firstItem(parts, '給付課', '6')).toBeUndefined();
  expect(worstItem(parts, '総務課', '6'), 'a rate leads to what is bad').toBe('6-2');
  expect(worstItem(parts, '総務課', '8')).toBeUndefined();
});

describe('figures', () => {
  beforeEach(() => {
    prefs.lang = 'ja';
  });
  test.each([
    [{ part: 12, of: 16, permille: 750 }, '75.0%', '75.0%（12/16）', 15],
    [{ part: 1, of: 3, permille: 333 }, '33.3%', '33.3%（1/3）', 30],
    [{ part: 4, of: 4, permille: 1000 }, '100.0%', '100.0%（4/4）', 0],
    [{ part: 0, of: 5, permille: 0 }, '0.0%', '0.0%（0/5）', 30],
    [{ part: 0, of: 0, permille: null }, '―', '―', 0],
  ])('%o', (rate, short, long, dark) => {
    expect(percent(rate)).toBe(short);
    expect(rateText(rate)).toBe(long);
    expect(shade(rate)).toBe(dark);
  });
  test('all items of a cell', () => {
    const counts = { conforming: 1, partial: 2, nonconforming: 3, not_applicable: 4, unverified: 5, out_of_scope: 6, rate: { part: 1, of: 6, permille: 167 } };
    expect(allOf(counts)).toBe(21);
  });
});
