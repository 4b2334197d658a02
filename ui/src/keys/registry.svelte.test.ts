import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { KeyRegistry, type Action } from './registry.svelte';

const action = (id: string): Action => ({ id, labelKey: 'keys-help', run: () => undefined });

test('a screen that goes away takes only its own actions along, although the next one is there before', () => {
  const registry = new KeyRegistry();
  let second = $state(false);
  const stop = $effect.root(() => {
    $effect(() => {
      if (second) registry.add([action('second')]);
    });
    $effect(() => {
      if (!second) return registry.add([action('first')]);
    });
  });
  flushSync();
  expect(registry.available().map((one) => one.id)).toEqual(['first']);
  second = true;
  flushSync();
  expect(registry.available().map((one) => one.id)).toEqual(['second']);
  stop();
});

test('what shows the actions is told when they change', () => {
  const registry = new KeyRegistry();
  const seen: string[][] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(registry.available().map((one) => one.id));
    });
  });
  flushSync();
  const remove = registry.add([action('one')]);
  flushSync();
  remove();
  flushSync();
  expect(seen).toEqual([[], ['one'], []]);
  stop();
});
