/** What the screens of audits and self-inspections share. */
import type { Commands } from '../../gen/commands';

export type Detail = Commands['engagement.get']['response'];
export type Kind = Detail['kind'];
export type State = Detail['state'];
export type TargetRow = Detail['targets'][number];
export type Row = Commands['engagement.list']['response'][number];
/** First segment of their addresses. */
export type Base = 'audits' | 'self-checks';

export const STATES = [
  'planned',
  'notified',
  'preliminary',
  'fieldwork',
  'wrap_up',
  'fact_check',
  'drafting',
  'final',
  'follow_up',
  'closed',
] as const satisfies readonly State[];

/** Still being prepared: nothing can be answered yet. */
export const beforeFieldwork = (state: State) => STATES.indexOf(state) < STATES.indexOf('fieldwork');
/** From fieldwork until the report is final. */
export const writable = (state: State) => !beforeFieldwork(state) && STATES.indexOf(state) < STATES.indexOf('final');

export const tone = (state: State) =>
  beforeFieldwork(state) ? 'neutral' : state === 'closed' ? 'success' : ('info' as const);
