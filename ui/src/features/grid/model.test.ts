import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HostError, connect } from '../../host';
import { facing } from '../../state';
import { mockHost } from '../../test/mock';
import type { GridRow } from './logic';
import { GridModel } from './model.svelte';

const blank = {
  duty: 'must',
  weight: 1,
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
  finding: null,
  assignee: null,
  mine: false,
  notes: 0,
} as const;
const row = (item: string, verdict?: string): GridRow =>
  ({
    ...blank,
    item,
    number: item,
    clause: '1',
    question: item,
    answer: verdict ? { id: item, verdict, note: '', procedure: null, seen_on: null, seen_time: '', witness: '', answered_by: 'x', answered_at: 1, recovered: false } : null,
  }) as unknown as GridRow;
const grid = (rows: GridRow[], state = 'fieldwork') => ({
  engagement: 'e',
  engagement_title: 't',
  kind: 'audit',
  state,
  target: 't1',
  department: '総務課',
  clauses: [{ id: '1', title: '一', title_en: null, parent: null }],
  rows,
});
const committed = (rows: GridRow[]) => ({ output: { rows }, op: { kind: 'answer.set', at: 1, undo: true }, touched: [{ entity: 'answer', ids: [] }] });

let set: ReturnType<typeof vi.fn>;
let problems: HostError[];
let state: string;
async function model(): Promise<GridModel> {
  const one = new GridModel('t1', (error) => problems.push(error));
  one.start();
  await settle();
  return one;
}
async function settle() {
  for (let n = 0; n < 12; n += 1) await Promise.resolve();
  flushSync();
}
afterEach(() => (facing.on = false));
beforeEach(async () => {
  problems = [];
  state = 'fieldwork';
  set = vi.fn((request: { items: string[]; verdict: string }) => committed(request.items.map((item) => row(item, request.verdict))));
  await connect(mockHost({ 'grid.get': () => grid(['a', 'b', 'c', 'd'].map((item) => row(item)), state), 'answer.set': set as never }, 'open'));
});

test('an answer is shown before it is stored, and the cursor goes on', async () => {
  const one = await model();
  expect(one.cursor).toBe('a');
  one.answer('conforming');
  expect(one.index.get('a')?.answer?.verdict, 'before the host has answered').toBe('conforming');
  expect(one.cursor).toBe('b');
  expect(one.counts).toEqual({ items: 4, answered: 1 });
  await settle();
  expect(one.index.get('a')?.answer?.answered_by, 'what is stored').toBe('x');
  expect(set).toHaveBeenCalledOnce();
});

test('a range is one operation', async () => {
  const one = await model();
  one.go('b', true);
  one.go('c', true);
  expect(one.chosen).toEqual(['a', 'b', 'c']);
  expect(one.answer('nonconforming')).toBe(3);
  expect([one.cursor, one.selected.size]).toEqual(['d', 0]);
  await settle();
  expect(set.mock.calls.map(([request]) => request.items)).toEqual([['a', 'b', 'c']]);
});

test('with a filter on, a row that no longer matches stays until the filter is set again', async () => {
  const one = await model();
  one.setFilters(['open']);
  one.answer('conforming');
  await settle();
  expect(one.shown).toEqual(['a', 'b', 'c', 'd']);
  one.setFilters(['open']);
  expect(one.shown).toEqual(['b', 'c', 'd']);
});

test('keys pressed quickly are stored in their order, and an older answer does not flicker back', async () => {
  const one = await model();
  one.answerOne('a', 'conforming');
  one.answerOne('a', 'nonconforming');
  const seen: unknown[] = [];
  for (let n = 0; n < 12; n += 1) {
    await Promise.resolve();
    seen.push(one.index.get('a')?.answer?.verdict);
  }
  expect(new Set(seen)).toEqual(new Set(['nonconforming']));
  expect(set.mock.calls.map(([request]) => request.verdict)).toEqual(['conforming', 'nonconforming']);
});

test('a refused answer is told and taken back', async () => {
  const one = await model();
  set.mockImplementation(() => {
    throw new HostError('engagement-closed');
  });
  one.answer('conforming');
  expect(one.index.get('a')?.answer?.verdict).toBe('conforming');
  await settle();
  await settle();
  expect(problems.map((error) => error.code)).toEqual(['engagement-closed']);
  expect(one.index.get('a')?.answer).toBeNull();
});

test('nothing is answered where nothing may be', async () => {
  state = 'closed';
  const one = await model();
  expect(one.answer('conforming')).toBe(0);
  expect(one.cursor).toBe('a');
  await settle();
  expect(set).not.toHaveBeenCalled();
});

test('in front of others neither filters nor search nor the way to what is open tell how items were judged', async () => {
  const one = await model();
  one.answerOne('a', 'nonconforming');
  await settle();
  one.setFilters(['bad', 'mine']);
  facing.on = true;
  one.turned();
  expect(one.filters).toEqual(['mine']);
  one.clearFilters();
  expect(one.goOpen()).toBe(false);
  expect(one.cursor).toBe('a');
  one.setFilters(['open']);
  expect(one.filters).toEqual([]);
  facing.on = false;
  one.turned();
  expect(one.goOpen()).toBe(true);
});

test('what is searched for is looked for again when somebody sits down opposite', async () => {
  const one = await model();
  await connect(mockHost({ 'answer.write': (({ item }: { item: string }) => {
    const changed = row(item, 'partial');
    return committed([{ ...changed, answer: { ...changed.answer, note: '台帳が無い' } } as GridRow]);
  }) as never }, 'open'));
  await one.write('b', 'note', '台帳が無い');
  one.setSearch('台帳');
  expect(one.shown).toEqual(['b']);
  facing.on = true;
  one.turned();
  expect(one.shown).toEqual([]);
  facing.on = false;
  one.turned();
  expect(one.shown).toEqual(['b']);
});

test('a review brings the rows it changed along, and nothing else is read', async () => {
  const read = vi.fn(() => grid(['a', 'b'].map((item) => row(item, 'conforming'))));
  const reviewed = { ...row('a', 'conforming'), paper: { review: 'reviewed' } } as unknown as GridRow;
  await connect(mockHost({
    'grid.get': read as never,
    'review.record': (() => ({ output: { reviewed: 1, own: 0, open: 0, rows: [reviewed] }, op: { kind: 'review.record', at: 1, undo: false }, touched: [{ entity: 'review', ids: [] }] })) as never,
  }, 'open'));
  const one = await model();
  const before = one.index.get('b');
  await one.review(['a'], 'reviewed', '');
  await settle();
  expect(one.index.get('a')?.paper?.review).toBe('reviewed');
  expect(one.index.get('b'), 'the other row is the same one').toBe(before);
  expect(read).toHaveBeenCalledOnce();
});
