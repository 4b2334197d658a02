/** What the screens of reports share. */
export const KINDS = ['annual', 'audit', 'self_check'] as const;
export const AUDIENCES = ['ciso', 'supervisor', 'department', 'public'] as const;
export const STAGE_TONE = { draft: 'warning', deciding: 'info', issued: 'success' } as const;

/** Moves one entry of a list by a step; at the ends it stays. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): T[] {
  const to = place + by;
  const result = [...list];
  const [one] = result.splice(place, 1);
  if (one === undefined || to < 0 || to > result.length) return [...list];
  result.splice(to, 0, one);
  return result;
}

/** A key for a section of the office's own that is not there yet. */
export function ownKey(keys: readonly string[]): string {
  let n = 1;
  while (keys.includes(`own-${n}`)) n += 1;
  return `own-${n}`;
}
