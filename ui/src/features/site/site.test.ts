import { describe, expect, test } from 'vitest';
import { areNumbers, found, replaced, timeOf, type EntryLine } from './site';

describe('what is typed into a link field', () => {
  test.each(['37', '#37', '３７', '37,41-43', '37、41 〜 43', ' 5 '])('%j is numbers', (text) => expect(areNumbers(text)).toBe(true));
  test.each(['', '-', '鍵', '37 鍵', '6.4.1', '#'])('%j is words or nothing', (text) => expect(areNumbers(text)).toBe(false));
});

const row = (number: string, question: string) => ({ item: `x:${number}`, number, clause: `6.${number}`, question });

test('items are found by all words, however they are written', () => {
  const rows = [row('1', 'サーバ室を施錠しているか。'), row('2', 'ﾛｸﾞを保存しているか。'), row('3', 'ログを点検しているか。')];
  expect(found(rows, 'ろぐ').map((one) => one.number)).toEqual(['2', '3']);
  expect(found(rows, 'ログ　点検').map((one) => one.number)).toEqual(['3']);
  expect(found(rows, '  ')).toEqual([]);
  expect(found(rows, 'か', 2)).toHaveLength(2);
});

test('a note is stamped with the time in Japan', () => {
  expect(timeOf(Date.UTC(2026, 10, 21, 0, 40))).toBe('09:40');
});

test('what would be replaced is known by its item', () => {
  const item = (name: string, change: string) => ({ item: name, change });
  const lines = [{ items: [item('a', 'new'), item('b', 'overwrite')] }, { items: [item('c', 'same')] }] as unknown as EntryLine[];
  expect(replaced(lines)).toEqual(['b']);
});
