import { describe, expect, test } from 'vitest';
import type { OwnPackDetail } from '../../../gen/types/OwnPackDetail';
import type { PackError } from '../../../gen/types/PackError';
import { formText, isOf, mistakeAt, mistakeText, ownRows, placeOf } from './own';

const error = (key: string, more: Partial<PackError> = {}): PackError => ({ file: '02.toml', line: 7, column: 3, key, code: 'question-end', args: { expected: 'か。' }, ...more });
const detail = {
  pack: { items: [{ id: 'w:1-1' }, { id: 'w:1-2' }, { id: 'w:1-3' }] },
  changes: [
    { id: 'w:1-1', change: 'retired', before: null, split_from: null },
    { id: 'w:1-2', change: 'split', before: null, split_from: 'w:1-1' },
  ],
  mistakes: [
    { item: 'w:1-2', clause: null, error: error('item.question') },
    { item: null, clause: '2', error: error('clause.id', { code: 'leaf-without-item', args: { id: '2' } }) },
  ],
} as unknown as OwnPackDetail;

describe('the items of an edition in the making', () => {
  const rows = ownRows(detail);
  const ids = (kinds: string[]) => rows.filter((row) => isOf(row, kinds)).map((row) => row.item.id);

  test.each([
    [[], ['w:1-1', 'w:1-2', 'w:1-3']],
    [['retired'], ['w:1-1']],
    [['faulty'], ['w:1-2']],
    [['retired', 'split'], ['w:1-1', 'w:1-2']],
    [['added'], []],
  ])('%j', (kinds, expected) => expect(ids(kinds)).toEqual(expected));

  test('a mistake stands at its field and nowhere else', () => {
    const mistakes = rows[1]?.mistakes ?? [];
    expect(mistakeAt(mistakes, 'item.question')).toContain('か。');
    expect(mistakeAt(mistakes, 'item.en.question')).toBeNull();
    expect(rows[2]?.mistakes).toEqual([]);
  });
});

test('somebody at a form is not told about the keys of a file', () => {
  const leaf = error('clause.id', { code: 'leaf-without-item', args: { id: '2' } });
  expect(mistakeText(leaf)).toContain('no_item');
  expect(formText(leaf)).not.toContain('no_item');
  expect(formText(error('item.question'))).toBe(mistakeText(error('item.question')));
});

test('the place of a mistake, as far as it has one', () => {
  expect(placeOf(error('x'))).toBe('02.toml:7:3');
  expect(placeOf(error('', { line: 0, column: 0 }))).toBe('02.toml');
});
