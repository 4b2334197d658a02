import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from './idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a workspace left alone is locked after the minutes chosen, and not before', () => {
  const lock = vi.fn();
  const target = new EventTarget();
  const stop = watchIdle(target, () => 5, lock);
  vi.advanceTimersByTime(4 * 60_000);
  target.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(4.9 * 60_000);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(20_000);
  expect(lock).toHaveBeenCalledOnce();
  stop();
  vi.advanceTimersByTime(60 * 60_000);
  expect(lock).toHaveBeenCalledOnce();
});

test('a machine that slept is locked when it wakes, though somebody touches it at once', () => {
  const lock = vi.fn();
  const target = new EventTarget();
  let time = 0;
  const stop = watchIdle(target, () => 60, lock, () => time);
  time += 10_000;
  vi.advanceTimersByTime(10_000);
  expect(lock).not.toHaveBeenCalled();
  time += 8 * 3_600_000;
  target.dispatchEvent(new Event('pointermove'));
  vi.advanceTimersByTime(10_000);
  expect(lock).toHaveBeenCalledOnce();
  stop();
});
