import { expect, test } from 'vitest';
import type { ScopeRow } from '../../../gen/types/ScopeRow';
import { adoption, counts, narrowed, shortItem, toggled } from './scope';

const row = (item: string, more: Partial<ScopeRow> = {}): ScopeRow => ({
  item: `hyogo:${item}`,
  number: 1,
  clause: item,
  clause_title: '端末',
  chapter: item.slice(0, 1),
  topic: 'x',
  weight: 2,
  question: '鍵をかけているか',
  exclusion: null,
  fits: true,
  proposed: false,
  why: [],
  years: null,
  answered: 0,
  ...more,
});
const rows = [row('6.1'), row('6.2', { proposed: true }), row('7.1', { exclusion: '重点外', proposed: true }), row('7.2', { exclusion: '重点外' })];
const items = (list: readonly ScopeRow[]) => list.map((one) => shortItem(one.item));

test('filters narrow, each for itself', () => {
  expect(counts(rows)).toEqual({ in: 2, out: 2, proposed: 2, differs: 2 });
  expect(items(narrowed(rows, ['out', 'proposed'], '', ''))).toEqual(['7.1']);
  expect(items(narrowed(rows, ['differs'], '6', ''))).toEqual(['6.1']);
});

test('words are found however they are typed, and all of them must be there', () => {
  expect(items(narrowed(rows, [], '', '７．１　鍵'))).toEqual(['7.1']);
  expect(narrowed(rows, [], '', 'ロッカー')).toEqual([]);
});

test('a mixed range goes in, a range that is in goes out', () => {
  expect(toggled(rows).put_in).toHaveLength(4);
  expect(toggled(rows.slice(0, 2))).toEqual({ put_in: [], put_out: ['hyogo:6.1', 'hyogo:6.2'] });
});

test('taking the proposal changes only what differs from it', () => {
  expect(adoption(rows)).toEqual({ put_in: ['hyogo:7.1'], put_out: ['hyogo:6.1'] });
  expect(adoption([row('6.1', { answered: 1 })]).put_out).toEqual([]);
});
