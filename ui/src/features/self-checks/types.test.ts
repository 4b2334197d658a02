import { expect, test } from 'vitest';
import { nextStep, readCount, readCounts, stepAfter } from './types';

test('a number of people is read as it is typed', () => {
  expect(readCount(' １２ ')).toBe(12);
  expect(readCount('')).toBe(0);
  for (const wrong of ['1.5', '-1', '３人', 'x', '1234567']) expect(readCount(wrong)).toBeUndefined();
});

test('a row without anything is no row', () => {
  expect(readCounts(['', ' ', '', '', ''])).toBeNull();
  expect(readCounts(['3', '', '1', '', ''])).toEqual([3, 0, 1, 0, 0]);
  expect(readCounts(['3', 'x', '1', '', ''])).toBeUndefined();
});

test('a sheet waits for one step', () => {
  const sheet = { status: 'submitted', head_on: null, form: 'self:head' } as const;
  expect(nextStep(sheet)).toBe('head_confirm');
  expect(nextStep({ ...sheet, form: 'self:staff' })).toBe('confirm');
  expect(nextStep({ ...sheet, head_on: '2026-06-01' })).toBe('confirm');
  expect(nextStep({ ...sheet, status: 'overdue' })).toBe('submit');
  expect(nextStep({ ...sheet, status: 'sent_back' })).toBe('submit');
  expect(nextStep({ ...sheet, status: 'not_sent' })).toBe('hand_out');
  expect(nextStep({ ...sheet, status: 'confirmed' })).toBeNull();
});

test('a key may follow a step that is still on its way', () => {
  expect(stepAfter('hand_out', 'self:head')).toBe('submit');
  expect(stepAfter('submit', 'self:system')).toBe('head_confirm');
  expect(stepAfter('submit', 'self:staff')).toBe('confirm');
  expect(stepAfter('head_confirm', 'self:head')).toBe('confirm');
  expect(stepAfter('confirm', 'self:head')).toBeNull();
});
