/** The life of a finding as the screen shows it. What is legal when is decided by the program; here is only its look. */
import type { Commands } from '../../gen/commands';
import { has, text } from '../../i18n';

export type Detail = Commands['finding.get']['response'];
export type Row = Detail['row'];
export type State = Row['state'];
export type Grade = Row['grade'];
export type ActionDto = Detail['actions'][number];
export type Action = ActionDto['action'];

export const STATES: readonly State[] = ['draft', 'confirmed', 'ordered', 'planned', 'correcting', 'reported', 'closed'];
export const GRADES: readonly Grade[] = ['major', 'minor', 'observation', 'recommendation', 'good_practice'];

export const STATE_TONE = {
  draft: 'neutral',
  confirmed: 'info',
  ordered: 'warning',
  planned: 'info',
  correcting: 'warning',
  reported: 'info',
  closed: 'success',
} as const;
export const GRADE_TONE = {
  major: 'danger',
  minor: 'warning',
  observation: 'info',
  recommendation: 'neutral',
  good_practice: 'success',
} as const;

/** Which of the steps that lie open leads on, in the order in which one would take them. */
const ONWARD: readonly Action[] = [
  'confirm',
  'order',
  'approve_plan',
  'report_completion',
  'verify_effective',
  'submit_plan',
  'report_progress',
  'return_plan',
  'verify_insufficient',
  'reopen',
];

/** A refusal that the form itself can lift: it asks for the reason that makes the step legal. */
export function liftable(action: ActionDto): boolean {
  return action.action === 'approve_plan' && action.refusal === 'refused-approver-is-applicant';
}
export function open(action: ActionDto): boolean {
  return action.refusal === null || liftable(action);
}

/** The step to offer first; null when none can be taken. While work is under way, telling how far it is comes first. */
export function primary(actions: readonly ActionDto[], percent: number | null): Action | null {
  const can = actions.filter(open).map((one) => one.action);
  if (can.includes('report_progress') && (percent ?? 0) < 100) return 'report_progress';
  return ONWARD.find((action) => can.includes(action) && action !== 'reopen') ?? null;
}

/** Why a step cannot be taken, and what would make it possible. */
export function whyNot(refusal: string): string {
  const keys = [`error-${refusal}`, refusal.replace(/^refused-/, 'refusal-')];
  const key = keys.find(has);
  return key ? text(key) : refusal;
}

/** What may be rewritten: everything in a draft, what follows from it until the order is given. */
export function editable(state: State, field: string): boolean {
  if (state === 'draft') return true;
  return state === 'confirmed' && ['title', 'cause', 'risk', 'recommendation'].includes(field);
}

export interface Wanted {
  states: readonly string[];
  grades: readonly string[];
  department: string;
  late: boolean;
  open: boolean;
}
export function isLate(row: Row): boolean {
  return row.state !== 'closed' && (row.days_late ?? 0) > 0;
}
export function matches(row: Row, wanted: Wanted): boolean {
  return (
    (wanted.states.length === 0 || wanted.states.includes(row.state)) &&
    (wanted.grades.length === 0 || wanted.grades.includes(row.grade)) &&
    (wanted.department === '' || row.department === wanted.department) &&
    (!wanted.late || isLate(row)) &&
    (!wanted.open || row.state !== 'closed')
  );
}
