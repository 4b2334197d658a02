/** Which words of a text were changed. Pure. */

/** A stretch of text, and whether the other side does not have it. */
export interface Part {
  text: string;
  changed: boolean;
}

/** As long as a text may be, in words, to be compared word by word; the table of all pairs grows with the square. */
const MOST = 600;

/** Both texts in stretches: what they share, in the same order, is not changed. */
export function compareWords(before: string, after: string): { before: Part[]; after: Part[] } {
  const [b, a] = [split(before), split(after)];
  if (b.length > MOST || a.length > MOST) return { before: joined([[before, true]]), after: joined([[after, true]]) };
  const width = a.length + 1;
  // The length of the longest common sequence from (i, j) on.
  const common = new Uint16Array((b.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = b.length - 1; i >= 0; i--) {
    for (let j = a.length - 1; j >= 0; j--) {
      common[i * width + j] = b[i] === a[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const was: [string, boolean][] = [];
  const is: [string, boolean][] = [];
  let [i, j] = [0, 0];
  while (i < b.length || j < a.length) {
    if (i < b.length && j < a.length && b[i] === a[j]) {
      was.push([b[i++] ?? '', false]);
      is.push([a[j++] ?? '', false]);
    } else if (j >= a.length || (i < b.length && at(i + 1, j) >= at(i, j + 1))) was.push([b[i++] ?? '', true]);
    else is.push([a[j++] ?? '', true]);
  }
  return { before: joined(was), after: joined(is) };
}

/** Members of two lists: one that the other side does not have is changed. */
export function compareLists(before: readonly string[], after: readonly string[]): { before: Part[]; after: Part[] } {
  const parts = (list: readonly string[], other: readonly string[]) => list.map((text) => ({ text, changed: !other.includes(text) }));
  return { before: parts(before, after), after: parts(after, before) };
}

/** Words as the language has them; single characters where the system cannot tell. */
function split(text: string): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...text];
  return [...new Intl.Segmenter('ja', { granularity: 'word' }).segment(text)].map((one) => one.segment);
}

function joined(words: readonly [string, boolean][]): Part[] {
  const parts: Part[] = [];
  for (const [text, changed] of words) {
    const last = parts.at(-1);
    if (last?.changed === changed) last.text += text;
    else if (text !== '') parts.push({ text, changed });
  }
  return parts;
}
