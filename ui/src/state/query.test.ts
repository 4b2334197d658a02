import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { HostError } from '../host/host';
import { effectRoot } from '../test/effect.svelte';
import { QueryCache } from './query.svelte';

const settle = () => new Promise((done) => setTimeout(done));

function make(answers: Record<string, (request: unknown) => unknown>) {
  const call = vi.fn(async (name: string, request: unknown) => {
    const answer = answers[name];
    if (!answer) throw new HostError('unknown-command');
    return answer(request);
  });
  const reads = { 'finding.list': ['finding', 'person'], 'person.list': ['person'], 'undo.state': ['op'] };
  return { call, cache: new QueryCache(call, reads) };
}
const asked = (call: ReturnType<typeof make>['call'], name: string) => call.mock.calls.filter((c) => c[0] === name).length;

describe('query cache', () => {
  test('one request is asked once, however its members are ordered', async () => {
    const { call, cache } = make({ 'finding.list': () => [1] });
    const a = cache.entry('finding.list', { year: 2026, state: 'open' });
    const b = cache.entry('finding.list', { state: 'open', year: 2026 });
    expect(a).toBe(b);
    cache.hold(a);
    cache.hold(b);
    await settle();
    expect(a.data).toEqual([1]);
    expect(asked(call, 'finding.list')).toBe(1);
  });

  test('a write refetches what it touched and is shown, and only that', async () => {
    let n = 0;
    const touched = [{ entity: 'finding', ids: ['x'] }];
    const { call, cache } = make({
      'finding.list': () => ++n,
      'person.list': () => 'persons',
      'undo.state': () => 'undo',
      'finding.save': () => ({ output: null, op: { kind: 'finding.save', at: 5, undo: true }, touched }),
    });
    const findings = cache.entry('finding.list', {});
    for (const name of ['finding.list', 'person.list', 'undo.state']) cache.hold(cache.entry(name, {}));
    await settle();
    const heard = vi.fn();
    cache.onCommitted(heard);
    await cache.run('finding.save', {});
    await settle();
    expect(findings.data).toBe(2);
    expect(asked(call, 'person.list'), 'persons were not touched').toBe(1);
    expect(asked(call, 'undo.state'), 'every operation is a row of the journal').toBe(2);
    expect(heard).toHaveBeenCalledWith(expect.objectContaining({ touched: ['finding', 'op'] }));
  });

  test('what is not shown is fetched when it is shown again', async () => {
    const { call, cache } = make({ 'finding.list': () => 1 });
    const entry = cache.entry('finding.list', {});
    const leave = cache.hold(entry);
    await settle();
    leave();
    cache.invalidate(['person']);
    await settle();
    expect(asked(call, 'finding.list')).toBe(1);
    cache.hold(entry);
    expect(entry.data, 'the old answer is there at once').toBe(1);
    await settle();
    expect(asked(call, 'finding.list')).toBe(2);
  });

  test('an older answer that arrives late is dropped', async () => {
    const waiting: ((value: string) => void)[] = [];
    const { cache } = make({ 'person.list': () => new Promise((done) => waiting.push(done)) });
    const entry = cache.entry('person.list', {});
    cache.hold(entry);
    cache.invalidate(['person']);
    waiting[1]?.('new');
    await settle();
    waiting[0]?.('old');
    await settle();
    expect(entry.data).toBe('new');
    expect(entry.loading).toBe(false);
  });

  test('a refusal keeps the last answer beside it', async () => {
    let fail = false;
    const { cache } = make({
      'person.list': () => {
        if (fail) throw new HostError('locked');
        return 'persons';
      },
    });
    const entry = cache.entry('person.list', {});
    cache.hold(entry);
    await settle();
    fail = true;
    cache.invalidate(['person']);
    await settle();
    expect(entry.error?.code).toBe('locked');
    expect(entry.data).toBe('persons');
  });

  test('a refused write rejects with the error and refreshes nothing', async () => {
    const { call, cache } = make({ 'person.list': () => 1 });
    cache.hold(cache.entry('person.list', {}));
    await settle();
    await expect(cache.run('person.save', {})).rejects.toBeInstanceOf(HostError);
    expect(asked(call, 'person.list')).toBe(1);
  });

  test('a lock forgets every answer', async () => {
    const { cache } = make({ 'person.list': () => 'secret' });
    const shown = cache.entry('person.list', {});
    const leave = cache.hold(shown);
    await settle();
    cache.hold(cache.entry('person.list', { other: true }))();
    cache.clear();
    expect(shown.data).toBeUndefined();
    leave();
    expect(cache.size).toBe(1);
  });

  test('unused answers do not pile up', async () => {
    const { cache } = make({ 'person.list': () => 1 });
    for (let n = 0; n < 200; n += 1) cache.hold(cache.entry('person.list', { n }))();
    expect(cache.size).toBeLessThanOrEqual(61);
  });

  test('an entry is reactive', async () => {
    const { cache } = make({ 'person.list': () => 'persons' });
    const entry = cache.entry('person.list', {});
    const seen: unknown[] = [];
    const stop = effectRoot(() => {
      seen.push(entry.data);
    });
    cache.hold(entry);
    await settle();
    flushSync();
    expect(seen).toEqual([undefined, 'persons']);
    stop();
  });
});
