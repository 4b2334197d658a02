/**
 * Folding for finding things by typing, after domain::text: width, case, kana and white space do not count, hyphens
 * and the long vowel mark are one. ﾛｸﾞ, ろぐ and ログ are the same to who searches.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]+/gu, '')
    .replace(/[-‐‑‒–—―−─━]/gu, 'ー')
    .replace(/[\u3041-\u3096\u309d\u309e]/gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0x60));
}

/**
 * How well `text` answers `search`, both folded; null when it does not. A whole part beats scattered characters, an
 * early one beats a late one, a short text beats a long one.
 */
export function score(search: string, text: string): number | null {
  if (search === '') return 0;
  const at = text.indexOf(search);
  if (at >= 0) return 1000 - Math.min(at, 200) - Math.min(text.length, 200) * 0.1;
  let position = -1;
  let gaps = 0;
  let first = -1;
  for (const c of search) {
    const next = text.indexOf(c, position + 1);
    if (next < 0) return null;
    if (first < 0) first = next;
    else gaps += next - position - 1;
    position = next;
  }
  // Scattered hits over a long distance are noise rather than an abbreviation.
  if (gaps > search.length * 6) return null;
  return 400 - gaps * 5 - Math.min(first, 100) - Math.min(text.length, 200) * 0.1;
}

/** The best of `items`, best first; equal ones keep their order. */
export function rank<T>(search: string, items: readonly T[], textsOf: (item: T) => readonly string[]): T[] {
  const words = search.trim().split(/\s+/u).map(fold).filter(Boolean);
  const ranked: { item: T; score: number; n: number }[] = [];
  items.forEach((item, n) => {
    const texts = textsOf(item).map(fold);
    let total = 0;
    for (const word of words) {
      const best = Math.max(...texts.map((text) => score(word, text) ?? -Infinity));
      if (best === -Infinity) return;
      total += best;
    }
    ranked.push({ item, score: total, n });
  });
  return ranked.sort((a, b) => b.score - a.score || a.n - b.n).map((one) => one.item);
}
