import { expect, test } from 'vitest';
import { featureFor, type Feature } from '../features/registry';
import { formatRoute, parseRoute, router } from './router.svelte';

test.each([
  ['', [], {}],
  ['#', [], {}],
  ['#/', [], {}],
  ['#/audits', ['audits'], {}],
  ['#/audits/01/grid?item=6.4&x=', ['audits', '01', 'grid'], { item: '6.4', x: '' }],
  ['#/findings/%E6%8C%87%E6%91%98', ['findings', '指摘'], {}],
  // A broken escape is a strange address, not a crash.
  ['#/a/%E6%8', ['a', '%E6%8'], {}],
  ['#//a//b/', ['a', 'b'], {}],
])('%s is read', (hash, path, params) => {
  expect(parseRoute(hash)).toEqual({ path, params });
});

test('what is written is read again', () => {
  const hash = formatRoute(['a/b', '指摘 1'], { q: 'ログ&?', none: undefined, empty: '' });
  expect(parseRoute(hash)).toEqual({ path: ['a/b', '指摘 1'], params: { q: 'ログ&?' } });
});

test('going, replacing and coming back', async () => {
  const stop = router.start();
  const arrived = () => new Promise((done) => setTimeout(done, 20));
  router.replace([]);
  expect(router.back(), 'there is nothing behind the first screen').toBe(false);
  router.go(['findings']);
  await arrived();
  router.go(['findings', '1'], { tab: 'plan' });
  await arrived();
  expect(router.params).toEqual({ tab: 'plan' });
  router.setParams({ tab: undefined, row: '3' });
  expect(router.route).toEqual({ path: ['findings', '1'], params: { row: '3' } });
  expect(router.back()).toBe(true);
  await arrived();
  expect(router.path).toEqual(['findings']);
  stop();
});

test('a deep link goes up when nothing lies behind it', () => {
  const fresh = new (router.constructor as new () => typeof router)();
  fresh.replace(['audits', '1', 'grid']);
  fresh.back();
  expect(fresh.path).toEqual(['audits', '1']);
});

test('the address chooses the feature', () => {
  const list = [{ id: 'home', route: '' }, { id: 'audits', route: 'audits' }] as Feature[];
  expect(featureFor([], list)?.id).toBe('home');
  expect(featureFor(['audits', '1'], list)?.id).toBe('audits');
  expect(featureFor(['nowhere'], list)).toBeUndefined();
});
