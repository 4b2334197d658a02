import { beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../host';
import type { Host, HostEvent } from '../host/host';
import { mockHost } from '../test/mock';
import { AppModel } from './app.svelte';
import { facing } from './facing.svelte';
import { opName } from './history';
import { prefs } from './prefs.svelte';
import { cache } from './query.svelte';
import { toasts } from './toasts.svelte';

let host: Host;
let tell: (event: HostEvent) => void;
beforeEach(async () => {
  prefs.lang = 'ja';
  host = mockHost({}, 'open');
  host.subscribe = (listener) => {
    tell = listener;
    return () => undefined;
  };
  await connect(host);
});

async function start() {
  const model = new AppModel();
  model.reload = vi.fn();
  const stop = await model.start();
  return { model, stop };
}

test('an open workspace says for whom it is and what undo would take back', async () => {
  const { model, stop } = await start();
  expect(model.phase).toBe('open');
  expect(model.workspace?.office).toBe('青葉広域連合');
  expect(model.year).toBe(2026);
  expect(model.history.undo?.kind).toBe('answer.set');
  expect(model.undoLabel('redo')).toBe('');
  expect(opName('no.such')).toBe('no.such');
  stop();
});

test('redo pressed while undo is still at work waits for it', async () => {
  const { model, stop } = await start();
  const done: string[] = [];
  const call = host.call.bind(host);
  host.call = (async (name: string, request: object) => {
    if (name === 'undo.state') {
      const undone = done.at(-1) === 'journal.undo';
      return { undo: undone ? null : { kind: 'answer.set' }, redo: undone ? { kind: 'answer.set' } : null };
    }
    if (name.startsWith('journal.')) {
      await Promise.resolve();
      done.push(name);
      return { op: null, value: {} };
    }
    return call(name as 'app.state', request as Record<string, never>);
  }) as Host['call'];
  await Promise.all([model.undo(), model.redo(), model.redo()]);
  expect(done).toEqual(['journal.undo', 'journal.redo']);
  expect(model.canTurn('redo')).toBe(false);
  stop();
});

test('preferences come from the host and go back to it', async () => {
  const told = vi.spyOn(host, 'call');
  const { stop } = await start();
  prefs.theme = 'dark';
  expect(told).toHaveBeenCalledWith('prefs.set', { language: 'ja-JP', theme: 'dark', density: 'standard', lock_after: 15 });
  stop();
  told.mockClear();
  prefs.theme = 'light';
  expect(told).not.toHaveBeenCalled();
});

test('a lock forgets everything and loads the page anew', async () => {
  const { model, stop } = await start();
  model.savedAt = 1;
  toasts.done('秘密');
  const clear = vi.spyOn(cache, 'clear');
  await host.call('workspace.lock', {});
  await model.locked();
  expect(model.phase).toBe('locked');
  expect(model.workspace).toBeNull();
  expect(model.savedAt).toBeNull();
  expect(toasts.list).toEqual([]);
  expect(clear).toHaveBeenCalled();
  expect(model.reload).toHaveBeenCalledOnce();
  stop();
});

test('work under way is shown until it is done, or says nothing more', async () => {
  const { model, stop } = await start();
  vi.useFakeTimers();
  tell({ type: 'progress', key: 'backup', done: 1, of: 4 });
  expect(model.work).toEqual({ key: 'backup', done: 1, of: 4 });
  tell({ type: 'progress', key: 'backup', done: 4, of: 4 });
  expect(model.work).toBeNull();
  tell({ type: 'progress', key: 'backup', done: 1, of: 4 });
  vi.advanceTimersByTime(16_000);
  expect(model.work).toBeNull();
  vi.useRealTimers();
  stop();
});

test('a host that cannot be reached is a fault, and trying again helps', async () => {
  const call = vi.spyOn(host, 'call').mockRejectedValueOnce(new Error('down'));
  const { model, stop } = await start();
  expect(model.fault?.code).toBe('host-unreachable');
  await model.refresh();
  expect(model.fault).toBeNull();
  expect(call).toHaveBeenCalled();
  stop();
});

test('in front of others no verdict is named or taken back unseen', async () => {
  const { model, stop } = await start();
  const undone = vi.spyOn(host, 'call');
  facing.on = true;
  expect([model.undoLabel('undo'), model.canTurn('undo')]).toEqual(['', false]);
  await model.undo();
  expect(undone.mock.calls.filter(([name]) => name === 'journal.undo')).toEqual([]);
  model.history = { undo: { kind: 'note.save' } as never, redo: null };
  expect(model.canTurn('undo')).toBe(true);
  facing.on = false;
  stop();
});
