/** What the screens of audits and self-inspections share. */
import type { Commands } from '../../gen/commands';

export type Detail = Commands['engagement.get']['response'];
export type Kind = Detail['kind'];
export type State = Detail['state'];
export type TargetRow = Detail['targets'][number];
export type Row = Commands['engagement.list']['response'][number];
/** First segment of their addresses. */
export type Base = 'audits' | 'self-checks';

export const STATE_TONE = { planned: 'neutral', fieldwork: 'info', closed: 'success' } as const;
