import { expect, test } from 'vitest';
import { byDepartment } from './papers';

test('what goes to one department goes together, in the order in which it comes', () => {
  const papers = ['総務課', '税務課', '総務課'].map((department, n) => ({ department, n }));
  expect(byDepartment(papers).map(([name, of]) => [name, of.map((one) => one.n)])).toEqual([
    ['総務課', [0, 2]],
    ['税務課', [1]],
  ]);
  expect(byDepartment([])).toEqual([]);
});
