/** Exceptions and proposals as the screen shows them. What is legal when is decided by the program; here is only the look. */
import type { Commands } from '../../gen/commands';
import { has, t, text } from '../../i18n';
import { app, errorText, router, run, toasts } from '../../state';

export type Detail = Commands['exception.get']['response'];
export type Row = Detail['row'];
export type Standing = Row['standing'];
export type Action = Detail['actions'][number]['action'];
export type RolePerson = Detail['applicants'][number];
export type ProposalDetail = Commands['proposal.get']['response'];
export type ProposalRow = ProposalDetail['row'];
export type ProposalState = ProposalRow['state'];
export type ProposalAction = ProposalDetail['actions'][number]['action'];

export const STANDINGS: readonly Standing[] = [
  'draft',
  'unreported',
  'reported',
  'waiting',
  'running',
  'coming',
  'expired',
  'ended',
  'refused',
  'withdrawn',
];
export const STANDING_TONE = {
  draft: 'neutral',
  waiting: 'info',
  unreported: 'danger',
  reported: 'warning',
  coming: 'info',
  running: 'success',
  expired: 'danger',
  refused: 'neutral',
  withdrawn: 'neutral',
  ended: 'neutral',
} as const;
export const PROPOSAL_STATES: readonly ProposalState[] = ['draft', 'submitted', 'held', 'revised', 'dropped'];
export const PROPOSAL_TONE = { draft: 'neutral', submitted: 'info', held: 'warning', revised: 'success', dropped: 'neutral' } as const;

/** Which of the steps that lie open leads on, in the order in which one would take them. */
const ONWARD: readonly Action[] = ['report', 'submit', 'permit', 'review', 'end'];

/** The step to offer first. A running exception whose time is not over asks for nothing. */
export function primary(detail: Pick<Detail, 'actions' | 'row'>): Action | null {
  const can = detail.actions.filter((one) => one.refusal === null).map((one) => one.action);
  const needs = detail.row.needs;
  if (detail.row.state === 'permitted' && needs.length === 0) return null;
  if (needs.includes('exception-to-review')) return can.includes('review') ? 'review' : null;
  if (needs.includes('exception-ends-soon') && can.includes('extend')) return 'extend';
  if (needs.includes('exception-expired') && can.includes('end')) return 'end';
  return ONWARD.find((action) => can.includes(action)) ?? null;
}

/** Each person once, with all the roles they hold; who belongs to the department stands first. */
export function onceEach(people: readonly RolePerson[]): { value: string; label: string }[] {
  const found = new Map<string, { name: string; roles: string[]; own: boolean }>();
  for (const one of people) {
    const known = found.get(one.person);
    if (known) known.roles.push(one.role_name);
    else found.set(one.person, { name: one.name, roles: [one.role_name], own: one.own });
  }
  const list = [...found].sort(([, a], [, b]) => Number(b.own) - Number(a.own));
  return list.map(([value, one]) => ({ value, label: t('exceptions-role-person', { name: one.name, role: one.roles.join('・') }) }));
}

/** The next day, as ISO. */
export function dayAfter(iso: string | null): string {
  if (!iso) return '';
  const [y = 0, m = 1, d = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(y, m - 1, d + 1)).toISOString().slice(0, 10);
}

/** Why a step cannot be taken, and what would make it possible. */
export function whyNot(refusal: string): string {
  const key = `error-${refusal}`;
  return has(key) ? text(key) : refusal;
}

/** Throws a draft away. */
export async function discard(what: 'exception' | 'proposal', id: string): Promise<void> {
  try {
    await run(`${what}.discard`, { id });
    app.doneWithUndo(t('exceptions-discarded'));
    router.replace(what === 'exception' ? ['exceptions'] : ['exceptions', 'proposals']);
  } catch (cause) {
    toasts.error(errorText(cause));
  }
}
