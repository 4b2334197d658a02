import { afterEach, expect, test, vi } from 'vitest';
import { HostError, toEvent, toHostError, toPicked } from './host';
import { httpHost } from './http';

afterEach(() => void vi.unstubAllGlobals());
const answer = (body: string, status = 200) =>
  vi.fn(async (_url: string, _init?: RequestInit) => new Response(body, { status }));

test('a command is posted and its answer given', async () => {
  const fetch = answer('{"n":1}');
  vi.stubGlobal('fetch', fetch);
  expect(await httpHost().call('app.state', {})).toEqual({ n: 1 });
  expect(fetch.mock.calls[0]?.[0]).toBe('/call/app.state');
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', body: '{}' });
});

test('a refusal keeps its code, arguments and field', async () => {
  vi.stubGlobal('fetch', answer('{"code":"wrong-key","args":{"left":2},"field":"passphrase"}', 400));
  const error = await httpHost().call('app.state', {}).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(HostError);
  expect(error).toMatchObject({ code: 'wrong-key', args: { left: '2' }, field: 'passphrase' });
});

test.each(['<html>', '{"x":'])('a broken answer (%s) is an error, not a crash', async (body) => {
  vi.stubGlobal('fetch', answer(body, 502));
  await expect(httpHost().call('app.state', {})).rejects.toMatchObject({ code: 'host-unreachable' });
});

test('bytes are put under their name', async () => {
  const fetch = answer('"h1"');
  vi.stubGlobal('fetch', fetch);
  expect(await httpHost().put(new Uint8Array([1]), '証拠 1.png')).toEqual({ handle: 'h1', name: '証拠 1.png' });
  expect(fetch.mock.calls[0]?.[0]).toBe('/put?name=%E8%A8%BC%E6%8B%A0%201.png');
});

test.each([
  [null, null],
  ['h', [{ handle: 'h', name: '' }]],
  [{ id: 'h', name: 'a.xlsx' }, [{ handle: 'h', name: 'a.xlsx' }]],
  [[{ handle: 'a', name: 'x' }, 'b', 5], [{ handle: 'a', name: 'x' }, { handle: 'b', name: '' }]],
  [[], null],
])('picked %j', (given, expected) => {
  expect(toPicked(given)).toEqual(expected);
});

test('events by either tag, nothing for what is none', () => {
  expect(toEvent({ type: 'progress', key: 'backup', done: 1, of: 2 })).toEqual({ type: 'progress', key: 'backup', done: 1, of: 2 });
  expect(toEvent({ kind: 'dropped', files: ['h'] })).toEqual({ type: 'dropped', files: [{ handle: 'h', name: '' }] });
  expect(toEvent('locked')).toBeNull();
  expect(toEvent({})).toBeNull();
});

test('whatever is thrown becomes an error with a code', () => {
  expect(toHostError(new TypeError('fetch failed'))).toMatchObject({ code: 'host-unreachable', args: { detail: 'fetch failed' } });
  expect(toHostError(undefined).code).toBe('host-unreachable');
});
