/** Figures of the report as they are written, on paper and on the screen alike. */
import type { Counts } from '../../gen/types/Counts';
import type { Rate } from '../../gen/types/Rate';

export { percent, rateText } from '../../state';

/** How dark a cell of the heat map is, in per cent of the text colour: darkest from half downwards. The figures stay readable on every shade. */
export function shade(rate: Rate): number {
  return rate.permille === null ? 0 : Math.round((Math.min(500, 1000 - Math.min(1000, rate.permille)) / 500) * 30);
}

/** The columns of the table of verdicts, with their marks. */
export const VERDICTS = [
  { key: 'conforming', mark: '○' },
  { key: 'partial', mark: '△' },
  { key: 'nonconforming', mark: '×' },
  { key: 'not_applicable', mark: '－' },
  { key: 'unverified', mark: '' },
  { key: 'out_of_scope', mark: '' },
] as const satisfies readonly { key: keyof Counts; mark: string }[];

export const GRADES = ['major', 'minor', 'observation', 'recommendation', 'good_practice'] as const;

/** Every item that was counted, in scope or not. */
export function allOf(counts: Counts): number {
  return VERDICTS.reduce((sum, { key }) => sum + counts[key], 0);
}
