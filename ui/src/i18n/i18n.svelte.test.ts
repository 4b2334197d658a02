import { afterEach, describe, expect, test } from 'vitest';
import { flushSync } from 'svelte';
import table from '../../../tests/fixtures/fluent-cases.json';
import { bundleFor, bundleOf, format } from './bundles';
import { enumText, has, lang, setLang, t, text } from './index';

afterEach(() => setLang('ja'));

describe('the same table of cases as in Rust', () => {
  const bundles = { ja: bundleOf('ja', [table.ja]), en: bundleOf('en', [table.en]) };
  for (const { key, args, ...expected } of table.cases) {
    test.each(['ja', 'en'] as const)(`${key} ${JSON.stringify(args)} in %s`, (language) => {
      const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
      expect(format(bundles[language], key, given)).toBe(expected[language]);
    });
  }
});

test('the language changes while the window runs', () => {
  const seen: string[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(t('verdict-partial'));
    });
  });
  flushSync();
  flushSync(() => setLang('en'));
  expect(lang()).toBe('en');
  expect(seen).toEqual(['一部不適合', 'Partially conforming']);
  stop();
});

test('members of lists are named by their stable key', () => {
  expect(enumText('verdict', 'not_applicable')).toBe('該当なし');
  expect(enumText('form', 'self:head')).toBe('自己点検票(所属長)');
});

test('an unknown key shows itself', () => {
  expect(text('no-such-key')).toBe('⟦no-such-key⟧');
  expect(has('no-such-key')).toBe(false);
  expect(has('verdict-partial')).toBe(true);
});

test('both languages are there', () => {
  expect(bundleFor('ja').hasMessage('verdict-partial')).toBe(true);
  expect(bundleFor('en').hasMessage('verdict-partial')).toBe(true);
});
