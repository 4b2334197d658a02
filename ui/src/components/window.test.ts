import { describe, expect, test } from 'vitest';
import type { TreeNode } from './table';
import { flatten, pathTo, sideways } from './tree';
import { asTable, meant, moveBy, scrollFor, select, sortRows, windowOf } from './window';

describe('the drawn window', () => {
  test.each([
    { scroll: 0, view: 280, row: 28, count: 100_000, start: 0, end: 18 },
    { scroll: 28_000, view: 280, row: 28, count: 100_000, start: 992, end: 1018 },
    { scroll: 99_990 * 28, view: 280, row: 28, count: 100_000, start: 99_982, end: 100_000 },
    // The list became shorter than where one had scrolled to.
    { scroll: 50_000, view: 280, row: 28, count: 5, start: 0, end: 5 },
    { scroll: 0, view: 280, row: 28, count: 0, start: 0, end: 0 },
    { scroll: -30, view: 280, row: 44, count: 3, start: 0, end: 3 },
  ])('$count rows at $scroll: $start to $end', ({ scroll, view, row, count, start, end }) => {
    const drawn = windowOf(scroll, view, row, count);
    expect([drawn.start, drawn.end]).toEqual([start, end]);
    expect(drawn.height).toBe(count * row);
    expect(drawn.offset).toBe(start * row);
  });

  test('scrolls only as far as needed, and never under the heading', () => {
    expect(scrollFor(5, 0, 300, 28)).toBeNull();
    expect(scrollFor(0, 100, 300, 28)).toBe(0);
    expect(scrollFor(20, 0, 300, 28)).toBe(21 * 28 - 300);
    expect(scrollFor(9, 0, 300, 28, 28)).toBe(10 * 28 - (300 - 28));
  });
});

test('keys move the cursor and stop at the ends', () => {
  expect(moveBy('ArrowDown', -1, 5, 3)).toBe(0);
  expect(moveBy('ArrowDown', 4, 5, 3)).toBe(4);
  expect(moveBy('ArrowUp', 0, 5, 3)).toBe(0);
  expect(moveBy('PageDown', 1, 5, 3)).toBe(4);
  expect(moveBy('PageUp', 1, 5, 3)).toBe(0);
  expect(moveBy('End', 1, 5, 3)).toBe(4);
  expect(moveBy('Home', 3, 5, 3)).toBe(0);
  expect(moveBy('a', 3, 5, 3)).toBeNull();
  expect(moveBy('ArrowDown', 0, 0, 3)).toBeNull();
});

test('selection by plain click, Ctrl and Shift', () => {
  const order = ['a', 'b', 'c', 'd', 'e'];
  const plain = { shift: false, ctrl: false };
  let now = select(new Set(), order, 0, 1, plain);
  expect([...now.selected]).toEqual(['b']);
  now = select(now.selected, order, now.anchor, 3, { shift: true, ctrl: false });
  expect([...now.selected]).toEqual(['b', 'c', 'd']);
  now = select(now.selected, order, now.anchor, 0, { shift: true, ctrl: false });
  expect([...now.selected], 'the range turns around its anchor').toEqual(['a', 'b']);
  now = select(now.selected, order, now.anchor, 4, { shift: false, ctrl: true });
  expect([...now.selected]).toEqual(['a', 'b', 'e']);
  now = select(now.selected, order, now.anchor, 0, { shift: false, ctrl: true });
  expect([...now.selected]).toEqual(['b', 'e']);
  expect([...select(new Set(['x']), order, 0, 9, plain).selected], 'a row that is not there').toEqual(['x']);
});

test('sorting: numbers in words by size, blanks last both ways, equal rows stay', () => {
  const rows = [{ v: '第10', n: 0 }, { v: '', n: 1 }, { v: '第2', n: 2 }, { v: null, n: 3 }, { v: '第2', n: 4 }];
  expect(sortRows(rows, (row) => row.v, false).map((row) => row.n)).toEqual([2, 4, 0, 1, 3]);
  expect(sortRows(rows, (row) => row.v, true).map((row) => row.n)).toEqual([0, 2, 4, 1, 3]);
  expect(sortRows([10, 9, 100], (n) => n, false)).toEqual([9, 10, 100]);
});

test('copied cells stay cells, and never become formulas or markup', () => {
  const { text, html } = asTable(['名称', '数'], [['=1+1', -5], ['a\tb\nc', null], ['<b>&"', '+81']]);
  expect(text).toBe("名称\t数\n'=1+1\t-5\na b c\t\n<b>&\"\t'+81");
  expect(html).toContain('<td>&lt;b&gt;&amp;&quot;</td>');
});

describe('tree', () => {
  const nodes: TreeNode[] = [
    { id: '6', children: [{ id: '6.1' }, { id: '6.4', children: [{ id: '6.4.2' }] }] },
    { id: '7', children: [{ id: '7.1' }] },
  ];
  const open = new Set(['6', '6.4']);

  test('draws what is open', () => {
    const flat = flatten(nodes, open);
    expect(flat.map((one) => `${one.level}:${one.node.id}`)).toEqual(['1:6', '2:6.1', '2:6.4', '3:6.4.2', '1:7']);
    expect(flat.map((one) => one.expanded)).toEqual([true, undefined, true, undefined, false]);
    expect(flat[2]).toMatchObject({ position: 2, siblings: 2, parent: '6' });
  });
  test('arrows open, close, go in and out', () => {
    const flat = flatten(nodes, open);
    expect(sideways('ArrowRight', flat, 4)).toEqual({ open: '7' });
    expect(sideways('ArrowRight', flat, 0)).toEqual({ go: 1 });
    expect(sideways('ArrowRight', flat, 1)).toEqual({});
    expect(sideways('ArrowLeft', flat, 2)).toEqual({ close: '6.4' });
    expect(sideways('ArrowLeft', flat, 3)).toEqual({ go: 2 });
    expect(sideways('ArrowLeft', flat, 4)).toEqual({});
    expect(sideways('ArrowLeft', flat, 99)).toEqual({});
  });
  test('finds the way to a node', () => {
    expect(pathTo(nodes, '6.4.2')).toEqual(['6', '6.4']);
    expect(pathTo(nodes, '7')).toEqual([]);
    expect(pathTo(nodes, '9')).toBeNull();
  });
});

test('a deed is about the selected rows that are still there, or about all', () => {
  const of = (...selected: string[]) => meant(['a', 'b', 'c'], new Set(selected), (row) => row);
  expect(of()).toEqual(['a', 'b', 'c']);
  expect(of('c', 'a', 'gone')).toEqual(['a', 'c']);
  expect(of('gone')).toEqual(['a', 'b', 'c']);
});
