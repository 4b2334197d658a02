import { describe, expect, test } from 'vitest';
import type { HistoryChange } from '../../gen/types/HistoryChange';
import type { JournalEntry } from '../../gen/types/JournalEntry';
import { byRow, dayOf, find, groupHash, isFiltered, keyOf, occurring, withNewest, withOlder } from './journal';

const change = (more: Partial<HistoryChange>): HistoryChange => ({
  entity: 'answer',
  entity_id: 'a1',
  label: 'hyogo:6.4.2-1',
  column: 'note',
  before: null,
  after: null,
  purged: false,
  ...more,
});
const entry = (seq: number, more: Partial<JournalEntry['entry']> = {}): JournalEntry => ({
  device: 1,
  seq,
  hash: `h${seq}`,
  entry: { at: new Date(2026, 10, seq, 12).getTime(), actor: '山田 花子', kind: 'answer.write', undone: false, of: null, changes: [], ...more },
});
const seqs = (list: readonly JournalEntry[]) => list.map((one) => one.seq);
const ALL = { text: '', person: '', kind: '', from: '', until: '' };

describe('pages', () => {
  test('newer ones come in front, and what they push out of the newest page stays', () => {
    const known = [entry(5), entry(4), entry(3), entry(2)];
    expect(seqs(withNewest(known, [entry(7), entry(6), entry(5)]))).toEqual([7, 6, 5, 4, 3, 2]);
    expect(seqs(withNewest([], [entry(2), entry(1)]))).toEqual([2, 1]);
    expect(seqs(withNewest(known, [entry(5), entry(4)]))).toEqual([5, 4, 3, 2]);
  });
  test('older ones come behind, each once', () => {
    expect(seqs(withOlder([entry(5), entry(4)], [entry(4), entry(3)]))).toEqual([5, 4, 3]);
  });
});

describe('finding', () => {
  const list = [
    entry(9, { kind: 'finding.confirm', actor: '佐藤 健' }),
    entry(8, { changes: [change({ after: 'ログを残していない' })] }),
    entry(7, { changes: [change({ label: '総務課' })], actor: null }),
  ];
  const words = (one: JournalEntry) => (one.entry.kind === 'finding.confirm' ? '指摘の確定' : '所見');
  test.each([
    [{ text: 'ﾛｸﾞ' }, [8]],
    [{ text: '総務' }, [7]],
    [{ text: '確定' }, [9]],
    [{ text: '所見 ログ' }, [8]],
    [{ person: '佐藤 健' }, [9]],
    [{ kind: 'answer.write' }, [8, 7]],
    [{ from: '2026-11-08' }, [9, 8]],
    [{ until: '2026-11-08' }, [8, 7]],
    [{ from: '2026-11-08', until: '2026-11-08' }, [8]],
    [{ text: 'ない' , person: '佐藤 健' }, []],
    [{}, [9, 8, 7]],
  ])('%o', (filter, expected) => expect(seqs(find(list, { ...ALL, ...filter }, words))).toEqual(expected));
  test('a blank search is none', () => {
    expect(isFiltered({ ...ALL, text: ' ' })).toBe(false);
    expect(isFiltered({ ...ALL, from: '2026-01-01' })).toBe(true);
  });
  test('who and what occurs', () => {
    expect(occurring(list)).toEqual({ persons: ['佐藤 健', '山田 花子'], kinds: ['answer.write', 'finding.confirm'] });
  });
});

test('changes are told row by row', () => {
  const rows = byRow([change({ column: 'verdict' }), change({ entity_id: 'a2', label: 'x' }), change({ column: 'note' })]);
  expect(rows.map((row) => [row.label, row.changes.map((one) => one.column)])).toEqual([
    ['6.4.2-1', ['verdict', 'note']],
    ['x', ['note']],
  ]);
});

test('a row without a name is called by what it belongs to', () => {
  const of = (more: Partial<HistoryChange>) => byRow([change({ label: '', ...more })])[0]?.label;
  expect(of({ entity: 'role_holder', column: 'person', after: '佐藤 健' })).toBe('佐藤 健');
  expect(of({ entity: 'role_holder', column: 'person', before: '佐藤 健' })).toBe('佐藤 健');
  expect(of({ entity: 'role_holder', column: 'role', after: 'ciso' })).toBe('');
});

test('keys, days and hashes', () => {
  expect(keyOf(entry(3))).toBe('1-3');
  expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
  expect(groupHash('c0ffee00c0ff')).toBe('c0ff ee00 c0ff');
  expect(groupHash('')).toBe('');
});
