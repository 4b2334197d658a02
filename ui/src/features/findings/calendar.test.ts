import { expect, test } from 'vitest';
import { byDay, dayAfterKey, plusMonths, shownOf, weekday, weeksOf } from './calendar';

test('a month is whole weeks from Sunday', () => {
  const weeks = weeksOf('2026-11');
  expect(weeks.map((week) => week[0])).toEqual(['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29']);
  expect(weeks.at(-1)?.at(-1)).toBe('2026-12-05');
  // Four weeks at least and six at most, over the turn of a year and in leap years.
  expect(weeksOf('2026-02').length).toBe(4);
  expect(weeksOf('2026-08').length).toBe(6);
  expect(weeksOf('2027-01')[0]?.[0]).toBe('2026-12-27');
  expect(weeksOf('2028-02').flat()).toContain('2028-02-29');
  for (let n = 0; n < 240; n += 1) {
    const month = plusMonths('2019-05-01', n).slice(0, 7);
    const days = weeksOf(month).flat();
    expect(new Set(days).size).toBe(days.length);
    expect(days.length % 7).toBe(0);
    expect(weekday(days[0] ?? '')).toBe(0);
    expect(days).toContain(`${month}-28`);
  }
});

test('keys lead from day to day, week to week and month to month', () => {
  const from = (key: string, iso = '2026-11-30') => dayAfterKey(key, iso);
  expect([from('ArrowLeft'), from('ArrowRight'), from('ArrowUp'), from('ArrowDown')]).toEqual(['2026-11-29', '2026-12-01', '2026-11-23', '2026-12-07']);
  expect([from('Home'), from('End')]).toEqual(['2026-11-29', '2026-12-05']);
  expect([from('PageUp', '2026-03-31'), from('PageDown', '2028-01-31'), from('PageDown', '2026-12-15')]).toEqual(['2026-02-28', '2028-02-29', '2027-01-15']);
  expect(from('Enter')).toBeNull();
});

test('entries stand on their days, and what does not fit is counted', () => {
  const rows = [{ due_on: '2026-11-21', n: 1 }, { due_on: null, n: 2 }, { due_on: '2026-11-21', n: 3 }];
  expect(byDay(rows).get('2026-11-21')?.map((row) => row.n)).toEqual([1, 3]);
  expect([shownOf(3, 3), shownOf(4, 3), shownOf(9, 1), shownOf(2, 0)]).toEqual([3, 2, 0, 0]);
});
