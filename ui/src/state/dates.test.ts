import { expect, test } from 'vitest';
import table from '../../../tests/fixtures/wareki-cases.json';
import { daysBetween, formatMoment, otherDate, parseDate, readDate } from './dates';

test.each(table.parse)('"$text" is read as in Rust: $is', ({ text, is }) => {
  const read = readDate(text);
  expect('iso' in read ? read.iso : read.problem).toBe(is);
});

test.each([
  ['11/21', '2026-11-21'],
  ['１１月２１日', '2026-11-21'],
  ['20261121', '2026-11-21'],
  ['R8.11.21', '2026-11-21'],
  ['2/30', null],
  ['', null],
  ['明日', null],
])('a field takes %s as %s', (text, iso) => {
  expect(parseDate(text, '2026-04-01')).toBe(iso);
});

test('days, moments and the other way of writing', () => {
  expect(daysBetween('2026-11-21', '2026-11-24')).toBe(3);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  expect(daysBetween('x', '2026-02-28')).toBeNaN();
  expect(otherDate('2026-11-21', 'ja')).toBe('2026-11-21');
  expect(otherDate('2026-11-21', 'en')).toBe('令和8年11月21日(土)');
  expect(formatMoment(Date.UTC(2026, 10, 19, 23, 5), 'ja')).toBe('令和8年11月20日(金) 08:05');
});
