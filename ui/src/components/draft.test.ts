import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commitAll, Draft } from './draft';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make(saved = '') {
  const hooks = { ondraft: vi.fn(), oncommit: vi.fn<(text: string) => void | Promise<unknown>>() };
  return { hooks, draft: new Draft(saved, () => hooks) };
}

test('what is typed is drafted within a second, however fast one types', () => {
  const { draft, hooks } = make();
  for (let n = 1; n <= 20; n += 1) {
    draft.input('あ'.repeat(n));
    vi.advanceTimersByTime(100);
  }
  expect(hooks.ondraft.mock.calls.length).toBeGreaterThanOrEqual(2);
  vi.advanceTimersByTime(1000);
  expect(hooks.ondraft).toHaveBeenLastCalledWith('あ'.repeat(20));
  expect(hooks.oncommit).not.toHaveBeenCalled();
});

test('a commit is one change, and none when nothing changed', async () => {
  const { draft, hooks } = make('前');
  await draft.commit();
  draft.input('後');
  await draft.commit();
  await draft.commit();
  expect(hooks.oncommit.mock.calls).toEqual([['後']]);
  vi.advanceTimersByTime(120_000);
  expect(hooks.ondraft, 'no draft is left behind a commit').not.toHaveBeenCalled();
});

test('a minute of quiet commits', () => {
  const { draft, hooks } = make();
  draft.input('所見');
  vi.advanceTimersByTime(59_000);
  expect(hooks.oncommit).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_500);
  expect(hooks.oncommit).toHaveBeenCalledWith('所見');
});

test('what comes from outside never overwrites what is being typed', () => {
  const { draft } = make('前');
  expect(draft.accept('外')).toBe(true);
  draft.input('途中');
  expect(draft.accept('別')).toBe(false);
  expect(draft.dirty).toBe(true);
});

test('a refused text stays and is tried again', async () => {
  const { draft, hooks } = make();
  hooks.oncommit.mockRejectedValueOnce(new Error('full'));
  draft.input('残る');
  await draft.commit();
  expect(draft.dirty).toBe(true);
  await draft.commit();
  expect(hooks.oncommit).toHaveBeenCalledTimes(2);
  expect(draft.dirty).toBe(false);
});

test('taking back withdraws the draft as well', () => {
  const { draft, hooks } = make('前');
  draft.input('途中');
  vi.advanceTimersByTime(900);
  expect(draft.revert()).toBe('前');
  expect(hooks.ondraft).toHaveBeenLastCalledWith('前');
});

test('everything that is being typed is committed before a lock; fields that are gone are left alone', async () => {
  const [a, b] = [make(), make()];
  a.draft.input('一');
  b.draft.input('二');
  b.draft.end();
  await commitAll();
  expect(a.hooks.oncommit).toHaveBeenCalledOnce();
  expect(b.hooks.oncommit, 'once, when the field went away').toHaveBeenCalledOnce();
});
