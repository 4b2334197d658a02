import { expect, test } from 'vitest';
import { HOLDS, STATUSES, statusCounts, taken, type Row } from './past';

const row = (key: string, status: Row['status']): Row => ({ key, status, issues: [], changes: [] }) as unknown as Row;

test('only what is new and wanted is taken', () => {
  const rows = [row('a', 'new'), row('b', 'new'), row('c', 'open'), row('d', 'same'), row('e', 'differs')];
  expect(taken(rows, new Set())).toBe(2);
  expect(taken(rows, new Set(['a', 'c']))).toBe(1);
  expect(statusCounts(rows)).toEqual({ open: 1, unreadable: 0, differs: 1, new: 2, same: 1 });
});

test('what must be looked at comes first, and every column has its place once', () => {
  expect(STATUSES.slice(0, 3)).toEqual(['open', 'unreadable', 'differs']);
  expect(new Set(HOLDS).size).toBe(HOLDS.length);
});
