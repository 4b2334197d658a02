/** What the screens of a year's self-inspection share. */
import type { Commands } from '../../gen/commands';
import { text } from '../../i18n';

export type Campaign = Commands['campaign.get']['response'];
export type CampaignRow = Campaign['row'];
export type Sheet = Campaign['sheets'][number];
export type Status = Sheet['status'];
export type Form = Sheet['form'];
export type Totals = Commands['campaign.totals']['response'];
export type FormTotals = Totals['forms'][number];
export type Line = FormTotals['total'];

export const FORMS = ['self:head', 'self:system', 'self:staff'] as const satisfies readonly Form[];
export const ANSWERS = ['yes', 'partly', 'no', 'not_applicable', 'unknown'] as const;

/** In the order in which a sheet goes through them. */
export const STATUSES = ['not_sent', 'sent', 'answering', 'overdue', 'sent_back', 'submitted', 'confirmed'] as const satisfies readonly Status[];

export const statusName = (status: Status) => text(`campaign-status-${status.replace('_', '-')}`);

export function statusTone(status: Status): 'neutral' | 'info' | 'success' | 'warning' | 'danger' {
  if (status === 'overdue') return 'danger';
  if (status === 'sent_back') return 'warning';
  if (status === 'confirmed') return 'success';
  return status === 'not_sent' ? 'neutral' : 'info';
}

export const stateName = (state: CampaignRow['state']) => text(`campaign-state-${state}`);
export const stateTone = (state: CampaignRow['state']) => (state === 'running' ? 'info' : state === 'closed' ? 'success' : 'neutral');
/** The reader of a form in a word: 所属長. */
export const readerName = (form: Form) => text(`campaign-reader-${form.replace('self:', '')}`);
export const meansName = (means: string) => text(`campaign-means-${means}`);

export const MEDIA = [null, 'paper', 'excel'] as const satisfies readonly Sheet['medium'][];
/** On what a sheet comes back. */
export const mediumName = (medium: Sheet['medium']) => text(`campaign-medium-${medium ?? 'unknown'}`);

/** The step that a sheet waits for, as the next button of its row. */
export function nextStep(sheet: Pick<Sheet, 'status' | 'head_on' | 'form'>): Step | null {
  if (sheet.status === 'not_sent') return 'hand_out';
  if (sheet.status === 'submitted') return sheet.head_on === null && sheet.form !== 'self:staff' ? 'head_confirm' : 'confirm';
  return sheet.status === 'confirmed' ? null : 'submit';
}

export type Step = 'hand_out' | 'submit' | 'head_confirm' | 'confirm';

/** What a sheet waits for once a step that is on its way has been taken. */
export function stepAfter(step: Step, form: Form): Step | null {
  if (step === 'hand_out') return 'submit';
  if (step === 'submit') return form === 'self:staff' ? 'confirm' : 'head_confirm';
  return step === 'head_confirm' ? 'confirm' : null;
}

/** A number of people as it is typed, in half or full width; a blank is nobody. Undefined for what is no such number. */
export function readCount(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '') return 0;
  return /^\d{1,6}$/.test(plain) ? Number(plain) : undefined;
}

/** The counts of a row of cells; null if all are blank, undefined if one of them is no number. */
export function readCounts(cells: readonly string[]): [number, number, number, number, number] | null | undefined {
  if (cells.every((cell) => cell.trim() === '')) return null;
  const counts = cells.map(readCount);
  const [yes, partly, no, none, unknown] = counts;
  if (yes === undefined || partly === undefined || no === undefined || none === undefined || unknown === undefined) return undefined;
  return [yes, partly, no, none, unknown];
}
