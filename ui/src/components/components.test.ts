import { flushSync, mount, tick, unmount, type Component } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../host';
import { keys } from '../keys';
import { prefs } from '../state/prefs.svelte';
import { mockHost } from '../test/mock';
import DateField from './DateField.svelte';
import Palette from './Palette.svelte';
import type { Column } from './table';
import TextField from './TextField.svelte';
import VirtualTable from './VirtualTable.svelte';

let mounted: Record<string, unknown>[] = [];
beforeEach(async () => {
  prefs.lang = 'ja';
  localStorage.clear();
  await connect(mockHost());
});
afterEach(() => {
  for (const one of mounted) void unmount(one);
  mounted = [];
  document.body.innerHTML = '';
});

function show<P extends Record<string, unknown>>(component: unknown, props: P): HTMLElement {
  const target = document.createElement('div');
  document.body.append(target);
  mounted.push(mount(component as Component<Record<string, unknown>>, { target, props }));
  flushSync();
  return target;
}
function find<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}
function type(input: HTMLInputElement, text: string) {
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
}
function press(target: EventTarget, key: string, init: KeyboardEventInit = {}) {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  flushSync();
}

test('a date field shows 和暦, takes what the office types, and says what it cannot read', () => {
  const onchange = vi.fn();
  const root = show(DateField, { label: '期限', value: '2026-11-21', onchange });
  const input = find<HTMLInputElement>(root, 'input');
  expect(input.value).toBe('令和8年11月21日(土)');
  expect(input.title).toBe('2026-11-21');
  type(input, 'Ｒ８．１２．１');
  press(input, 'Enter', { isComposing: true });
  expect(onchange, 'the Enter of a composition').not.toHaveBeenCalled();
  press(input, 'Enter');
  expect(onchange).toHaveBeenLastCalledWith('2026-12-01');
  expect(input.value).toBe('令和8年12月1日(火)');
  press(input, 'ArrowUp');
  expect(onchange).toHaveBeenLastCalledWith('2026-12-02');
  type(input, '来週');
  input.dispatchEvent(new FocusEvent('blur'));
  flushSync();
  expect(input.getAttribute('aria-invalid')).toBe('true');
  expect(input.value, 'what was typed stays').toBe('来週');
  expect(find(root, '[role=alert]').textContent).toContain('日付として読めません');
  press(input, 'Escape');
  expect(input.value).toBe('令和8年12月2日(水)');
  type(input, '');
  input.dispatchEvent(new FocusEvent('blur'));
  expect(onchange).toHaveBeenLastCalledWith('');
});

test('a text field commits on Enter and blur but not within a composition', () => {
  const oncommit = vi.fn();
  const root = show(TextField, { label: '件名', value: '', oncommit, error: '入力してください。', hint: '短く' });
  const input = find<HTMLInputElement>(root, 'input');
  expect(input.labels?.[0]?.textContent).toContain('件名');
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent?.trim())).toEqual(['短く', '入力してください。']);
  type(input, 'ろぐ');
  press(input, 'Enter', { isComposing: true });
  expect(oncommit).not.toHaveBeenCalled();
  press(input, 'Enter');
  expect(oncommit).toHaveBeenLastCalledWith('ろぐ');
  type(input, 'ログ');
  input.dispatchEvent(new FocusEvent('blur'));
  expect(oncommit).toHaveBeenLastCalledWith('ログ');
});

interface Row {
  id: string;
  name: string;
  count: number;
}
function table(more: Record<string, unknown> = {}) {
  const rows: Row[] = Array.from({ length: 100_000 }, (_, n) => ({ id: `r${n}`, name: `項目${n}`, count: 100_000 - n }));
  const columns: Column<Row>[] = [
    { id: 'name', label: '名称', value: (row) => row.name, fixed: true },
    { id: 'count', label: '件数', value: (row) => row.count, align: 'end' },
    { id: 'more', label: '備考', value: () => '', hidden: true },
  ];
  const root = show(VirtualTable, { name: 'test', label: '一覧', rows, columns, rowKey: (row: Row) => row.id, ...more });
  return { root, grid: find<HTMLElement>(root, '[role=grid]') };
}
const names = (root: ParentNode) =>
  [...root.querySelectorAll('.rows [role=row]')].map((row) => row.querySelectorAll('[role=gridcell]')[1]?.textContent?.trim());

test('a table of 100,000 rows draws a screenful', () => {
  const { root, grid } = table();
  expect(names(root).length).toBeLessThan(40);
  expect(grid.getAttribute('aria-rowcount')).toBe('100001');
  expect(find<HTMLElement>(root, '.rows').style.height).toBe(`${100_000 * 44}px`);
});

test('the keyboard moves, opens and selects; a composition does not', () => {
  const [onopen, oncursor] = [vi.fn(), vi.fn()];
  const { root, grid } = table({ onopen, oncursor });
  grid.focus();
  flushSync();
  expect(oncursor).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'r0' }));
  press(grid, 'ArrowDown');
  press(grid, 'ArrowDown', { shiftKey: true });
  expect(root.querySelectorAll('.rows [aria-selected=true]').length).toBe(2);
  expect(document.getElementById(grid.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-rowindex')).toBe('4');
  press(grid, 'Enter', { isComposing: true });
  expect(onopen).not.toHaveBeenCalled();
  press(grid, 'Enter');
  expect(onopen).toHaveBeenCalledWith(expect.objectContaining({ id: 'r2' }));
  press(grid, ' ');
  expect(root.querySelectorAll('.rows [aria-selected=true]').length).toBe(1);
  press(grid, 'End');
  expect(oncursor).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'r99999' }));
  press(grid, 'Escape');
  expect(root.querySelectorAll('.rows [aria-selected=true]').length).toBe(0);
});

test('sorting and chosen columns are remembered', () => {
  const first = table();
  const head = [...first.root.querySelectorAll<HTMLElement>('[role=columnheader] button')].find((one) => one.textContent?.includes('件数'));
  head?.click();
  flushSync();
  expect(names(first.root)[0]).toBe('項目99999');
  const second = table();
  expect(names(second.root)[0]).toBe('項目99999');
  expect(find(second.root, '[aria-sort=ascending]').textContent).toContain('件数');
  expect(second.root.textContent).not.toContain('備考');
});

test('the palette finds folded, runs on Enter, and not within a composition', async () => {
  const run = vi.fn();
  const remove = keys.add([
    { id: 'lock', labelKey: 'keys-lock', keys: ['Mod+L'], run },
    { id: 'undo', labelKey: 'keys-undo', run: vi.fn() },
    { id: 'secret', labelKey: 'keys-list-all', hidden: true, run: vi.fn() },
  ]);
  const record = vi.fn();
  const root = show(Palette, { open: true, find: async () => [{ label: '指摘 第1号', group: '記録', run: record }] });
  const input = find<HTMLInputElement>(root, 'input');
  const options = () => [...root.querySelectorAll('[role=option] .label')].map((one) => one.textContent);
  expect(options()).toEqual(['ロックする', '元に戻す']);
  type(input, 'ﾛｯｸ');
  expect(options()).toEqual(['ロックする']);
  press(input, 'Enter', { isComposing: true });
  expect(run).not.toHaveBeenCalled();
  press(input, 'Enter');
  await tick();
  await tick();
  expect(run).toHaveBeenCalledOnce();
  remove();
});
