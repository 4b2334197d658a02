/** What changed between two editions, in words. Pure; what changed is said by Rust. */
import type { ChangedField } from '../../gen/types/ChangedField';
import type { ChangedPart } from '../../gen/types/ChangedPart';
import type { ChangeKind } from '../../gen/types/ChangeKind';
import type { FieldChange } from '../../gen/types/FieldChange';
import type { PackChange } from '../../gen/types/PackChange';
import type { PackRow } from '../../gen/types/PackRow';
import type { Role } from '../../gen/types/Role';
import { enumText, pick, t, text, type Key } from '../../i18n';
import { formatDate } from '../../state/dates';
import { numberOf, type Lang, type PackReader } from './pack';
import { compareLists, compareWords, type Part } from './words';

export const KINDS: readonly ChangeKind[] = ['added', 'gone', 'changed'];
/** The shape of each, beside its word. */
export const MARKS: Record<ChangeKind, string> = { added: '＋', gone: '－', changed: '△' };
export const PARTS: readonly ChangedPart[] = ['about', 'role', 'scale', 'rules', 'basis', 'clause', 'item'];

/** Names that other screens have for the fields as well. */
const FIELDS: Partial<Record<ChangedField, Key>> = {
  issuer: 'library-issuer',
  edition: 'library-edition-name',
  revised: 'library-revised-on',
  effective: 'library-effective',
  kind: 'library-kind',
  coverage: 'library-coverage',
  name: 'library-role',
  clause: 'library-clause',
  post: 'library-role-post',
  deputy: 'library-role-deputy',
  levels: 'library-levels',
  default_for_findings: 'library-default',
  cadence: 'library-cadence-audit',
  plan_gate: 'library-gate',
  report_to: 'library-report-to',
  independence: 'library-independence',
  contractor_cadence: 'library-contractor',
  order_from: 'library-order-from',
  cross_order_to: 'library-cross-order',
  progress_duty: 'library-progress',
  self_check_cadence: 'library-self-check',
  exception_applicants: 'library-exception',
  exception_approvers: 'library-exception-permit',
  exception_review: 'library-exception-review',
  duty: 'library-duty',
  forms: 'library-forms',
  answers: 'library-answers',
  targets: 'library-targets',
  topic: 'library-topic',
  weight: 'library-weight',
  question: 'library-question',
  question_self: 'library-question-self',
  look_at: 'library-look-at',
  how: 'library-how',
  note: 'library-note',
};

/** What a field is called. */
export function fieldName(field: ChangedField): string {
  if (field.endsWith('_en')) return t('library-in-english', { what: fieldName(field.slice(0, -3) as ChangedField) });
  const key = FIELDS[field];
  return key ? text(key) : enumText('library-field', field);
}

/** The number of an item or the key of what it is: what the list shows before the words. */
export function numberOfChange(change: PackChange): string {
  return change.part === 'item' ? numberOf(change.id) : change.part === 'clause' ? change.id : '';
}

/** The thing that changed, as the edition that has it calls it. */
export function nameOf(change: PackChange, reader: PackReader, lang: Lang): string {
  switch (change.part) {
    case 'item': {
      const item = reader.items.find((one) => one.id === change.id);
      return item ? pick(item.question, item.question_en, lang) : change.id;
    }
    case 'clause': {
      const clause = reader.clauses.get(change.id);
      return clause ? pick(clause.title, clause.title_en, lang) : change.id;
    }
    case 'role':
      return reader.role(change.id as Role, lang) ?? enumText('role', change.id);
    case 'scale':
      return enumText('library-scale', change.id);
    case 'basis':
      return enumText('pack-rule', change.id);
    default:
      return enumText('library-part', change.part);
  }
}

const ROLES = ['answers', 'report_to', 'order_from', 'cross_order_to', 'self_check_collector', 'self_check_report_to', 'exception_applicants', 'exception_approvers', 'exception_approvers_minor'];
/** Fields whose values are keys of a closed list. */
const LISTS: Partial<Record<ChangedField, string>> = {
  kind: 'pack-kind',
  cadence: 'pack-cadence',
  contractor_cadence: 'pack-cadence',
  self_check_cadence: 'pack-cadence',
  independence: 'pack-independence',
  progress_duty: 'pack-progress',
  duty: 'duty',
  forms: 'form',
  targets: 'target',
  how: 'procedure',
};

/** The values of a field as people read them. */
export function valuesOf(field: ChangedField, values: readonly string[], reader: PackReader, lang: Lang): string[] {
  const list = LISTS[field];
  if (list) return values.map((value) => enumText(list, value));
  if (ROLES.includes(field)) return values.map((value) => reader.role(value as Role, lang) ?? enumText('role', value));
  const [first = '', second = ''] = values;
  switch (field) {
    case 'plan_gate': {
      const role = reader.role(second as Role, lang) ?? enumText('role', second);
      return [first === 'approve' ? t('pack-plan-approve', { role }) : t('pack-plan-report', { role })];
    }
    case 'topic':
      return values.map((value) => reader.topic(value, lang));
    case 'look_at':
      return values.map((value) => reader.lookAt(value, lang));
    case 'revised':
    case 'effective':
      return values.map((value) => formatDate(value, lang));
    case 'exception_review':
      return [first === 'true' ? t('library-yes') : t('library-no')];
    case 'place':
      return [first === '' ? t('library-place-first') : t('library-place-after', { what: numberOf(first) })];
    case 'parent':
    case 'clause':
      return values.map((value) => `${value} ${pick(reader.clauses.get(value)?.title ?? '', reader.clauses.get(value)?.title_en ?? null, lang)}`.trim());
    default:
      return [...values];
  }
}

/** Fields that are running text, in which single words are marked. */
const TEXTS = ['question', 'question_self', 'note', 'title', 'coverage', 'no_item', 'post', 'deputy', 'name'];

export interface Side {
  parts: Part[];
  /** Members of a list, each on a line of its own, rather than one text. */
  list: boolean;
}

/** A field before and after, with what differs marked. */
export function compareField(change: FieldChange, before: PackReader, after: PackReader, lang: Lang): { before: Side; after: Side } {
  const was = valuesOf(change.field, change.before, before, lang);
  const is = valuesOf(change.field, change.after, after, lang);
  const running = TEXTS.includes(change.field.replace(/_en$/, ''));
  const [one, other] = [was[0], is[0]];
  const compared = running && one !== undefined && other !== undefined ? compareWords(one, other) : compareLists(was, is);
  const side = (parts: Part[]): Side => ({ parts, list: !running });
  return { before: side(compared.before), after: side(compared.after) };
}

/** The two editions to compare: those asked for, else the last two of the first standard that has two. */
export function pairOf(editions: readonly PackRow[], before: string | undefined, after: string | undefined): { before: PackRow; after: PackRow } | null {
  const named = (hash: string | undefined) => editions.find((row) => row.hash === hash);
  const [one, other] = [named(before), named(after)];
  if (one && other) return { before: one, after: other };
  const siblings = (pack: string) => editions.filter((row) => row.pack === pack);
  const known = one ?? other;
  const pack = known ? known.pack : editions.find((row) => siblings(row.pack).length > 1)?.pack;
  const pair = siblings(pack ?? '').slice(-2);
  const rest = known && siblings(known.pack).find((row) => row.hash !== known.hash);
  if (known && rest) return one ? { before: one, after: rest } : { before: rest, after: known };
  return pair[0] && pair[1] ? { before: pair[0], after: pair[1] } : null;
}
