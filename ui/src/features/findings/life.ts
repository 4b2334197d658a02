/** The life of a finding as the screen shows it. What is legal when is decided by the program; here is only its look. */
import type { Commands } from '../../gen/commands';
import { has, text } from '../../i18n';

export type Detail = Commands['finding.get']['response'];
export type Row = Detail['row'];
export type State = Row['state'];
export type Grade = Row['grade'];
export type ActionDto = Detail['actions'][number];
export type Action = ActionDto['action'];

export const STATES: readonly State[] = ['draft', 'fact_check', 'confirmed', 'ordered', 'planned', 'correcting', 'reported', 'closed', 'excepted'];
export const GRADES: readonly Grade[] = ['major', 'minor', 'observation', 'recommendation', 'good_practice'];

export const STATE_TONE = {
  draft: 'neutral',
  fact_check: 'info',
  confirmed: 'info',
  ordered: 'warning',
  planned: 'info',
  correcting: 'warning',
  reported: 'info',
  closed: 'success',
  excepted: 'neutral',
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
  'send_check',
  'record_view',
  'order',
  'approve_plan',
  'report_completion',
  'verify_effective',
  'submit_plan',
  'report_progress',
  'return_plan',
  'verify_insufficient',
  'change_due',
  'withdraw_check',
  'order_urgently',
  'except',
  'resume',
  'reopen',
];

/** Steps that lead back or aside; they are never what comes next. */
const SIDEWAYS: readonly Action[] = ['reopen', 'withdraw_check', 'order_urgently', 'change_due', 'except', 'resume'];

/** A refusal that the form itself can lift: it asks for the reason that makes the step legal. */
export function liftable(action: ActionDto): boolean {
  return ['approve_plan', 'change_due'].includes(action.action) && ['refused-approver-is-applicant', 'refused-approver-is-owner'].includes(action.refusal ?? '');
}
/** Whether the step needs nothing said: confirming what nobody objects to. */
export function immediate(action: Action, detail: Detail): boolean {
  const view = detail.checks.at(-1)?.view;
  return action === 'confirm' && view !== 'disputed' && view !== 'partly_disputed';
}
export function open(action: ActionDto): boolean {
  return action.refusal === null || liftable(action);
}

/** The step to offer first; null when none can be taken. While work is under way, telling how far it is comes first. */
export function primary(actions: readonly ActionDto[], percent: number | null): Action | null {
  const can = actions.filter(open).map((one) => one.action);
  if (can.includes('report_progress') && (percent ?? 0) < 100) return 'report_progress';
  return ONWARD.find((action) => can.includes(action) && !SIDEWAYS.includes(action)) ?? null;
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
  const later = ['title', 'cause', 'risk', 'recommendation', 'likelihood', 'loss', 'cross_cutting', 'repeat_of'];
  return (state === 'fact_check' || state === 'confirmed') && later.includes(field);
}

export interface Wanted {
  states: readonly string[];
  grades: readonly string[];
  department: string;
  late: boolean;
  open: boolean;
}
/** Whether nothing more is owed: closed, or handled by an exception. */
export function settled(state: State): boolean {
  return state === 'closed' || state === 'excepted';
}
export function isLate(row: Row): boolean {
  return !settled(row.state) && (row.days_late ?? 0) > 0;
}
export function matches(row: Row, wanted: Wanted): boolean {
  return (
    (wanted.states.length === 0 || wanted.states.includes(row.state)) &&
    (wanted.grades.length === 0 || wanted.grades.includes(row.grade)) &&
    (wanted.department === '' || row.department === wanted.department) &&
    (!wanted.late || isLate(row)) &&
    (!wanted.open || !settled(row.state))
  );
}

/** One thing that was done about a finding; progress reports that follow each other stand together. */
export type Part =
  | { kind: 'check'; id: string; row: Detail['checks'][number] }
  | { kind: 'order'; id: string; row: Detail['orders'][number] }
  | { kind: 'plan'; id: string; row: Detail['plans'][number] }
  | { kind: 'progress'; id: string; rows: Detail['progress'] }
  | { kind: 'completion'; id: string; row: Detail['completions'][number] }
  | { kind: 'verification'; id: string; row: Detail['verifications'][number] }
  | { kind: 'turn'; id: string; row: Detail['turns'][number] };

/** Everything that was done, the oldest first: ids grow with time. */
export function inOrder(detail: Pick<Detail, 'checks' | 'orders' | 'plans' | 'progress' | 'completions' | 'verifications' | 'turns'>): Part[] {
  const parts: Part[] = [
    ...detail.checks.map((row) => ({ kind: 'check' as const, id: row.id, row })),
    ...detail.orders.map((row) => ({ kind: 'order' as const, id: row.id, row })),
    ...detail.plans.map((row) => ({ kind: 'plan' as const, id: row.id, row })),
    ...detail.progress.map((row) => ({ kind: 'progress' as const, id: row.id, rows: [row] })),
    ...detail.completions.map((row) => ({ kind: 'completion' as const, id: row.id, row })),
    ...detail.verifications.map((row) => ({ kind: 'verification' as const, id: row.id, row })),
    ...detail.turns.map((row) => ({ kind: 'turn' as const, id: row.id, row })),
  ];
  parts.sort((a, b) => (a.id < b.id ? -1 : 1));
  const told: Part[] = [];
  for (const part of parts) {
    const last = told.at(-1);
    if (part.kind === 'progress' && last?.kind === 'progress') last.rows = [...last.rows, ...part.rows];
    else told.push(part);
  }
  return told;
}

/** Whether a step is on record. Of what was taken from earlier records, only what they spoke of is. */
export function recordedOf(detail: Detail): (state: State) => boolean {
  if (!detail.turns.some((one) => one.action === 'take_over')) return () => true;
  const has: Partial<Record<State, boolean>> = {
    draft: true,
    confirmed: true,
    fact_check: detail.checks.length > 0,
    ordered: detail.orders.length > 0,
    planned: detail.plans.length > 0,
    correcting: detail.progress.length > 0 || detail.plans.length > 0,
    reported: detail.completions.length > 0,
  };
  return (state) => has[state] ?? true;
}
