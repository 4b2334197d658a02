/** What the screens of workpapers share. */
import type { Commands } from '../../gen/commands';
import type { GridRow } from '../grid/logic';

export type WorkpaperItem = Commands['workpaper.item']['response'];
export type Progress = Commands['workpaper.progress']['response'];
export type TargetProgress = Progress['targets'][number];
export type DifferenceRow = Progress['differences'][number];
export type Review = NonNullable<GridRow['paper']>['review'];

/** The shape of a review in a list; what was judged and waits has none. */
export const REVIEW_MARK: Record<Review, string> = { none: '', waiting: '', returned: '↩', reviewed: '✓', changed: '!' };

export const REVIEW_TONE = {
  none: 'neutral',
  waiting: 'neutral',
  returned: 'danger',
  reviewed: 'success',
  changed: 'warning',
} as const satisfies Record<Review, string>;

/** Whether anything stands on the paper that has to be fetched. */
export function hasMore(row: GridRow): boolean {
  const paper = row.paper;
  return paper !== null && (paper.sampled || paper.references > 0 || paper.reviewed_at !== null);
}

/** A whole number as people type it, also in wide digits and with separators; nothing if it is none. */
export function wholeNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[,\s]/gu, '');
  return /^\d{1,9}$/u.test(plain) ? Number(plain) : null;
}
