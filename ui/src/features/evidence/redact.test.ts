import { describe, expect, test } from 'vitest';
import { between, byKey, isImage, LEAST, pixels, target } from './redact';

describe('a rectangle', () => {
  test('is made from any two corners and stays inside the image', () => {
    expect(between({ x: 0.5, y: 0.25 }, { x: 0.25, y: 0.75 })).toEqual({ x: 0.25, y: 0.25, width: 0.25, height: 0.5 });
    expect(between({ x: -1, y: 0.5 }, { x: 2, y: 3 })).toEqual({ x: 0, y: 0.5, width: 1, height: 0.5 });
    expect(between({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.9 }), 'a click is no rectangle').toBeNull();
  });

  test('moves and grows by keys, but not over the edge', () => {
    const rect = { x: 0.9, y: 0, width: 0.1, height: 0.2 };
    expect(byKey(rect, 'ArrowRight', false)).toEqual(rect);
    expect(byKey(rect, 'ArrowLeft', false)?.x).toBeCloseTo(0.89);
    expect(byKey(rect, 'ArrowRight', true)?.width).toBeCloseTo(0.1);
    expect(byKey(rect, 'ArrowUp', true, 1)?.height).toBe(LEAST);
    expect(byKey(rect, 'Enter', false)).toBeNull();
  });

  test('covers every pixel it touches', () => {
    expect(pixels({ x: 0.101, y: 0.101, width: 0.2, height: 0.2 }, 100, 10)).toEqual({ x: 10, y: 1, width: 21, height: 3 });
    expect(pixels({ x: 0, y: 0, width: 1, height: 1 }, 3, 7)).toEqual({ x: 0, y: 0, width: 3, height: 7 });
  });
});

test('what can be blacked out, and what it becomes', () => {
  expect(['a.PNG', 'b.jpeg', 'c.webp', 'd.pdf', 'e.heic', 'png'].map(isImage)).toEqual([true, true, true, false, false, false]);
  expect(target('鍵.JPG', '(黒)')).toEqual({ name: '鍵(黒).jpg', type: 'image/jpeg' });
  expect(target('画面.gif', '(黒)')).toEqual({ name: '画面(黒).png', type: 'image/png' });
  expect(target('鍵(黒).jpg', '(黒)').name, 'it says so once').toBe('鍵(黒).jpg');
  expect(target('名前', '(黒)').name).toBe('名前(黒).png');
});
