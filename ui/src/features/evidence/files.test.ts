import { expect, test } from 'vitest';
import { decodeText, nameOf, sizeText, viewerOf } from './files';

test.each([
  ['image/png', 'b', 'image'],
  ['image/svg+xml', 'b', 'none'],
  ['application/pdf', 'b', 'pdf'],
  ['text/csv', 'b', 'text'],
  ['application/octet-stream', 'b', 'none'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'b', 'sheet'],
  ['application/vnd.ms-excel.sheet.macroenabled.12', 'b', 'sheet'],
  ['', null, 'paper'],
] as const)('%s is shown as %s %s', (media_type, blob, expected) => {
  expect(viewerOf({ id: 'e', name: '', media_type, blob })).toBe(expected);
});

test('texts of older programs are read as well', () => {
  expect(decodeText(new TextEncoder().encode('監査').buffer as ArrayBuffer)).toBe('監査');
  expect(decodeText(new Uint8Array([0x8a, 0xc4, 0x8d, 0xb8]).buffer)).toBe('監査');
});

test('sizes', () => {
  expect([sizeText(12), sizeText(1234), sizeText(3_400_000)]).toEqual(['12 B', '1 KB', '3.4 MB']);
});

test('pictures from the clipboard are told apart by their time', () => {
  const at = new Date(2026, 10, 21, 9, 5, 7);
  expect([nameOf('image.png', at), nameOf('鍵.png', at), nameOf('my image.png', at)]).toEqual([
    'image-20261121-090507.png',
    '鍵.png',
    'my image.png',
  ]);
});
