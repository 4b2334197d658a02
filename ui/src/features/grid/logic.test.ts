import { describe, expect, test } from 'vitest';
import {
  after,
  answeredRow,
  clausePath,
  clauseTree,
  countsOf,
  filterCounts,
  filtersOf,
  firstOf,
  itemsFor,
  nextOpen,
  nextSection,
  patched,
  rangeOf,
  shownFacing,
  valueOf,
  type GridClause,
  type GridRow,
} from './logic';

export function row(item: string, more: Partial<GridRow> = {}): GridRow {
  return {
    item,
    number: item,
    clause: item.replace(/-\d+$/, ''),
    duty: 'must',
    weight: 1,
    question: `問い${item}`,
    question_en: null,
    look_at: [],
    how: [],
    pack_note: null,
    exclusion: null,
    answer: null,
    self_answer: null,
    section_answer: null,
    previous: null,
    evidence: 0,
    exceptions: [],
    finding: null,
    paper: null,
    held: [],
    assignee: null,
    mine: false,
    notes: 0,
    ...more,
  };
}
const answer = (verdict: 'conforming' | 'partial' | 'nonconforming' | 'not_applicable' | 'unverified', note = '') => ({
  id: 'a',
  verdict,
  note,
  procedure: null,
  seen_on: null,
  seen_time: '',
  witness: '',
  answered_by: null,
  answered_at: null,
  recovered: false,
});
const clause = (id: string, parent: string | null): GridClause => ({ id, title: `題${id}`, title_en: null, parent });

const clauses = [clause('6', null), clause('6.4', '6'), clause('6.4.1', '6.4'), clause('6.4.2', '6.4'), clause('7', null), clause('7.1', '7')];
const rows = [
  row('6.4.1-1', { answer: answer('conforming'), evidence: 1 }),
  row('6.4.1-2', { answer: answer('nonconforming', 'ログを見ていない') }),
  row('6.4.2-1', { answer: answer('unverified') }),
  row('6.4.2-2', { exclusion: '今年は見ない', answer: answer('nonconforming') }),
  row('7.1-1', { section_answer: 'no' }),
  row('7.1-2', { answer: { ...answer('not_applicable'), recovered: true } }),
];
const index = new Map(rows.map((one) => [one.item, one]));
const of = (item: string) => index.get(item);
const all = rows.map((one) => one.item);

describe('what is answered', () => {
  test('a blank verdict is none, and never counts', () => {
    expect(valueOf(rows[2] as GridRow, 'audit')).toBeNull();
    expect(countsOf(rows, 'audit')).toEqual({ items: 5, answered: 3 });
  });
  test('filters count what is in scope; what is left out is counted for itself', () => {
    expect(filterCounts(rows, 'audit')).toMatchObject({ open: 2, bad: 1, part: 0, 'no-evidence': 1, recovered: 1, excluded: 1 });
  });
  test('a basis is what a section rests on', () => {
    const base = { id: 's', answer: 'yes' as const, basis: '', improvement: '', due: '', source: '', answered_at: null, recovered: false };
    const self = [row('1', { self_answer: base }), row('2', { self_answer: { ...base, basis: '台帳' } })];
    expect(filterCounts(self, 'self_check')['no-evidence']).toBe(1);
  });
  test('the tree carries the counts upwards, without what is left out', () => {
    const tree = clauseTree(clauses, rows, 'audit');
    expect(tree.map((node) => [node.id, node.answered, node.items])).toEqual([
      ['6', 2, 3],
      ['7', 1, 2],
    ]);
    expect(tree[0]?.children[0]?.children.map((node) => [node.id, node.answered, node.items])).toEqual([
      ['6.4.1', 2, 2],
      ['6.4.2', 0, 1],
    ]);
  });
});

describe('what is shown', () => {
  test.each([
    // What is out of scope is found, but is not in the way.
    [[], '', ['6.4.1-1', '6.4.1-2', '6.4.2-1', '7.1-1', '7.1-2']],
    [[], '6.4.2', ['6.4.2-1', '6.4.2-2']],
    [['said-no'], '', ['7.1-1']],
    [['said-other', 'said-yes'], '', []],
    [['open'], '', ['6.4.2-1', '7.1-1']],
    [['open', 'bad'], '', ['6.4.1-2', '6.4.2-1', '7.1-1']],
    [['excluded'], '', ['6.4.2-2']],
    [[], 'ﾛｸﾞ', ['6.4.1-2']],
    [[], '7.1 問い', ['7.1-1', '7.1-2']],
    [['bad'], '７．１', []],
  ] as const)('filters %j and the search "%s"', (filters, search, expected) => {
    expect(itemsFor(rows, 'audit', filters, search)).toEqual(expected);
  });
});

test('in front of others no filter tells how anything was judged', () => {
  expect(filtersOf('audit').filter(shownFacing)).toEqual(['mine', 'excluded']);
});

test('in front of others rows are found by what is asked, not by what was written of them', () => {
  const rows = [row('1.1-1', { answer: answer('nonconforming', '台帳が無い') }), row('1.1-2', { finding: { id: 'f', number: '監-R8-3' } as never })];
  expect(itemsFor(rows, 'audit', [], '台帳が無い')).toEqual(['1.1-1']);
  expect(itemsFor(rows, 'audit', [], '台帳が無い', true)).toEqual([]);
  expect(itemsFor(rows, 'audit', [], '監-R8', true)).toEqual([]);
  expect(itemsFor(rows, 'audit', [], '問い1.1-2', true)).toEqual(['1.1-2']);
  // A word does not reach from the question into the note.
  expect(itemsFor(rows, 'audit', [], '1-1\n台', true)).toEqual([]);
});

describe('moving', () => {
  test('a range goes both ways and survives an anchor that is not shown', () => {
    expect(rangeOf(all, '6.4.1-2', '6.4.2-2')).toEqual(['6.4.1-2', '6.4.2-1', '6.4.2-2']);
    expect(rangeOf(all, '6.4.2-2', '6.4.1-2')).toEqual(['6.4.1-2', '6.4.2-1', '6.4.2-2']);
    expect(rangeOf(all, 'gone', '7.1-1')).toEqual(['7.1-1']);
    expect(rangeOf(all, '7.1-1', 'gone')).toEqual([]);
  });
  test('one goes on after the last answered, and stays at the end', () => {
    expect(after(all, ['6.4.1-1'])).toBe('6.4.1-2');
    expect(after(all, ['6.4.2-1', '6.4.1-1'])).toBe('6.4.2-2');
    expect(after(all, ['7.1-2'])).toBe('7.1-2');
  });
  test('the next unanswered comes round from the beginning and leaves out what is out of scope', () => {
    expect(nextOpen(all, '6.4.1-1', of, 'audit')).toBe('6.4.2-1');
    expect(nextOpen(all, '6.4.2-1', of, 'audit')).toBe('7.1-1');
    expect(nextOpen(all, '7.1-2', of, 'audit')).toBe('6.4.2-1');
    expect(nextOpen(['6.4.1-1'], '6.4.1-1', of, 'audit')).toBeNull();
    expect(nextOpen([], null, of, 'audit')).toBeNull();
  });
  test('a clause leads to its first item, also from above', () => {
    const known = new Map(clauses.map((one) => [one.id, one]));
    expect(firstOf(all, '6', known, of)).toBe('6.4.1-1');
    expect(firstOf(all, '6.4.2', known, of)).toBe('6.4.2-1');
    expect(firstOf(['7.1-1'], '6', known, of)).toBeNull();
    expect(clausePath(known, '6.4.2').map((one) => one.id)).toEqual(['6', '6.4', '6.4.2']);
  });
  test('sections: forward to the next, back to the beginning of the one before', () => {
    const section = (item: string) => item.slice(0, 3);
    expect(nextSection(all, '6.4.1-2', 1, section)).toBe('7.1-1');
    expect(nextSection(all, '7.1-2', -1, section)).toBe('6.4.1-1');
    expect(nextSection(all, '7.1-2', 1, section)).toBe('7.1-1');
    expect(nextSection(all, null, 1, section)).toBe('6.4.1-1');
    expect(nextSection([], null, 1, section)).toBeNull();
  });
});

describe('before it is stored', () => {
  test('an answer is shown at once and keeps what stands beside it', () => {
    const shown = answeredRow(rows[1] as GridRow, 'audit', 'partial');
    expect(shown.answer).toMatchObject({ verdict: 'partial', note: 'ログを見ていない' });
    expect(answeredRow(row('x'), 'self_check', 'no').self_answer?.answer).toBe('no');
    expect(valueOf(answeredRow(rows[0] as GridRow, 'audit', null), 'audit')).toBeNull();
  });
  test('what comes back takes its place, unless something newer is under way', () => {
    const stored = row('7.1-1', { answer: answer('conforming') });
    expect(patched(rows, [stored])[4]).toBe(stored);
    expect(patched(rows, [stored], (item) => item === '7.1-1')).toBe(rows);
    expect(patched(rows, [stored])[0]).toBe(rows[0]);
  });
});
