import { expect, test } from 'vitest';
import table from '../../../tests/fixtures/wareki-cases.json';
import { fiscalYear, formatDate, formatFiscalYear, shortDate } from '../state/dates';

test.each(table.dates)('$date is written as in Rust', (c) => {
  expect(formatDate(c.date, 'ja', false)).toBe(c.long);
  expect(formatDate(c.date, 'ja')).toBe(c.weekday);
  expect(formatDate(c.date, 'en', false)).toBe(c.en);
  expect(formatDate(c.date, 'en')).toBe(c.en_weekday);
  expect(fiscalYear(c.date)).toBe(c.fiscal);
});

test.each(table.dates.filter((c) => c.date >= '1873'))('$date is written short as in Rust', (c) => {
  expect(shortDate(c.date, 'ja')).toBe(c.short);
});

test.each(table.fiscal)('fiscal year $year is named as in Rust', (c) => {
  expect(formatFiscalYear(c.year, 'ja')).toBe(c.ja);
  expect(formatFiscalYear(c.year, 'en')).toBe(c.en);
});
