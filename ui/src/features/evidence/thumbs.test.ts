import { expect, test } from 'vitest';
import { Thumbs, fitted } from './thumbs';

const wanted = () => new AbortController().signal;

test('one is made at a time, the newest wish first, and what is no longer wanted not at all', async () => {
  const made: string[] = [];
  let atOnce = 0;
  const thumbs = new Thumbs(async (id: string) => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await Promise.resolve();
    atOnce -= 1;
    made.push(id);
    return id;
  });
  const gone = new AbortController();
  const all = [thumbs.get('a', wanted()), thumbs.get('b', gone.signal), thumbs.get('c', wanted())];
  gone.abort();
  expect(await Promise.all(all)).toEqual(['a', null, 'c']);
  expect(made).toEqual(['a', 'c']);
  expect(await thumbs.get('a', wanted())).toBe('a');
  expect(made.length, 'it is kept').toBe(2);
});

test('only so many are kept, those looked at last, and the others are let go', async () => {
  const freed: string[] = [];
  const thumbs = new Thumbs((id: string) => Promise.resolve(id), (id) => freed.push(id), 2);
  for (const id of ['a', 'b', 'a', 'c']) await thumbs.get(id, wanted());
  expect(freed).toEqual(['b']);
});

test('an image that cannot be read is not tried again', async () => {
  let tried = 0;
  const thumbs = new Thumbs((): Promise<string> => {
    tried += 1;
    return Promise.reject(new Error('no image'));
  });
  expect(await thumbs.get('a', wanted())).toBeNull();
  expect(await thumbs.get('a', wanted())).toBeNull();
  expect(tried).toBe(1);
});

test('a picture keeps its shape and is never enlarged', () => {
  expect(fitted(4000, 3000)).toEqual({ width: 96, height: 72 });
  expect(fitted(3000, 4000)).toEqual({ width: 72, height: 96 });
  expect(fitted(20, 10)).toEqual({ width: 20, height: 10 });
  expect(fitted(10_000, 1)).toEqual({ width: 96, height: 1 });
});
