import { expect, test, vi } from 'vitest';
import { HostError } from '../host';
import { RowEdit } from './rowEdit.svelte';

const row = { name: '総務課', kana: '', closed_on: null as string | null };

test('changes go one after the other, each on top of what is stored', async () => {
  const sent: (typeof row)[] = [];
  const edit = new RowEdit(row, async (values) => void sent.push(values));
  const first = edit.change({ name: '総務企画課' });
  const second = edit.change({ kana: 'そうむきかくか' });
  expect(edit.values, 'shown at once').toEqual({ ...row, name: '総務企画課', kana: 'そうむきかくか' });
  await Promise.all([first, second]);
  expect(sent.map((one) => [one.name, one.kana])).toEqual([
    ['総務企画課', ''],
    ['総務企画課', 'そうむきかくか'],
  ]);
});

test('what was refused stands at its field and does not travel with the next change', async () => {
  const send = vi.fn(async (values: typeof row) => {
    if (values.name === '') throw new HostError('required', {}, 'name');
  });
  const edit = new RowEdit(row, send);
  await expect(edit.change({ name: '' })).rejects.toThrow('required');
  expect(edit.error?.field).toBe('name');
  expect(edit.values.name, 'what was typed stays').toBe('');
  await edit.change({ kana: 'そうむか' });
  expect(send.mock.lastCall?.[0]).toEqual({ ...row, kana: 'そうむか' });
  expect(edit.error?.field, 'the refused field is not put right by another one').toBe('name');
  await edit.change({ name: '総務企画課' });
  expect(edit.error).toBeNull();
  expect(edit.values).toEqual({ name: '総務企画課', kana: 'そうむか', closed_on: null });
});

test('a control without text of its own shows what is stored after a refusal', async () => {
  const edit = new RowEdit(row, () => Promise.reject(new HostError('department-closed')));
  edit.set({ closed_on: '2027-03-31' });
  expect(edit.values.closed_on).toBe('2027-03-31');
  await new Promise((resolve) => setTimeout(resolve));
  expect(edit.values.closed_on).toBeNull();
  expect(edit.error?.code).toBe('department-closed');
});

test('the row as read again is taken, but not while something is on its way', async () => {
  let release = () => {};
  const edit = new RowEdit(row, () => new Promise<void>((resolve) => (release = resolve)));
  const going = edit.change({ name: '企画課' });
  edit.accept(row);
  expect(edit.values.name).toBe('企画課');
  await Promise.resolve();
  release();
  await going;
  edit.accept({ ...row, name: '財政課' });
  expect(edit.values.name).toBe('財政課');
});
