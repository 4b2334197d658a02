/** The journal in words: what an operation did, what a column is called, what a stored value says. */
import { enumText, has, lang, t, text } from '../i18n';
import { formatDate, formatFiscalYear, formatMoment } from './dates';

/** The words of an operation: `answer.set` → `history-op-answer-set`. A kind without words is shown as such. */
export function opName(kind: string): string {
  const key = `history-op-${kind.replace(/[._]/g, '-')}`;
  return has(key) ? text(key) : kind;
}

/** The name of a table's column: `history-column-<table>-<column>`; what several tables share stands under `any`. */
export function columnName(entity: string, column: string): string {
  for (const table of [entity, 'any']) {
    const key = `history-column-${table}-${column}`.replace(/_/g, '-');
    if (has(key)) return text(key);
  }
  return column;
}

/** What a table's rows are. */
export function entityName(entity: string): string {
  const key = `history-entity-${entity.replace(/_/g, '-')}`;
  return has(key) ? text(key) : entity;
}

/** Columns that hold keys of a closed list. */
const LISTS: Record<string, string> = {
  'answer.verdict': 'verdict',
  'answer.procedure': 'procedure',
  'self_answer.answer': 'self-answer',
  'finding.grade': 'grade',
  'finding.state': 'finding-state',
  'engagement.kind': 'engagement-kind',
  'engagement.form': 'form',
  'engagement.state': 'engagement-state',
  'progress.state': 'progress-state',
  'verification.result': 'verification-result',
  'fact_check.view': 'fact-view',
  'finding_turn.action': 'finding-action',
  'finding.horizontal_need': 'horizontal-need',
  'horizontal_check.state': 'horizontal-state',
  'horizontal_check.result': 'horizontal-result',
  'role_holder.role': 'role',
  'audit_plan.kind': 'years-kind',
  'audit_plan.state': 'years-state',
  'audit_plan_entry.mode': 'years-mode',
  'exception_measure.state': 'exception-state',
  'exception_measure.manner': 'exception-manner',
  'exception_measure.applicant_role': 'role',
  'exception_judgement.role': 'role',
  'exception_decision.role': 'role',
  'exception_decision.result': 'exception-result',
  'exception_review.result': 'exception-look',
  'report.kind': 'report-kind',
  'report.audience': 'report-audience',
  'report.state': 'report-stage',
  'report_template.kind': 'report-kind',
  'report_template.audience': 'report-audience',
  'proposal.state': 'proposal-state',
  'proposal.source': 'proposal-source',
  'proposal_decision.result': 'proposal-state',
};

/** Columns that hold yes or no as a number. */
const SWITCHES = new Set(['finding.cross_cutting']);

/** A stored value as people read it. Empty for what is not there. */
export function valueName(entity: string, column: string, value: string | null): string {
  if (value === null || value === '') return '';
  const list = LISTS[`${entity}.${column}`];
  if (list && has(`${list}-${value.replace(/[_:]/g, '-')}`)) return enumText(list, value);
  if (column === 'fiscal_year' && /^\d+$/.test(value)) return formatFiscalYear(Number(value), lang());
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, lang());
  if (column.endsWith('_at') && /^\d{12,}$/.test(value)) return formatMoment(Number(value), lang());
  if (column === 'percent') return `${value}%`;
  if (SWITCHES.has(`${entity}.${column}`)) return t(value === '1' || value === 'true' ? 'history-yes' : 'history-no');
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'history-yes' : 'history-no');
  return value;
}

/** Columns that tell a person nothing: links and traces. */
const SILENT = new Set(['exception', 'period', 'proposal', 'answer', 'engagement', 'finding', 'blob', 'sha256', 'size', 'media_type', 'owner_entity', 'plan', 'files', 'answered_at']);

/** Whether a change is worth a line. */
export function worthTelling(entity: string, column: string): boolean {
  if (entity === 'self_answer' && column === 'answer') return true;
  if (entity === 'evidence_link' && column === 'owner') return false;
  return !(SILENT.has(column) || (entity === 'finding' && ['fiscal_year', 'item', 'department', 'topic', 'clause'].includes(column)));
}
