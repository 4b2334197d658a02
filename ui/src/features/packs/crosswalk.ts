/** The table of topics × standards: what it is narrowed to, and its cells in words. Pure; who differs is said by Rust. */
import type { CrosswalkCell } from '../../gen/types/CrosswalkCell';
import type { CrosswalkRow } from '../../gen/types/CrosswalkRow';
import type { PackHead } from '../../gen/types/PackHead';
import type { PackRow } from '../../gen/types/PackRow';
import type { Role } from '../../gen/types/Role';
import { enumText, pick, t } from '../../i18n';
import { fold } from '../../keys';
import { roleIn } from './everywhere';
import type { Lang } from './pack';

/** What rows can be narrowed to. */
export type Difference = 'duty' | 'role' | 'missing';
export const DIFFERENCES: readonly Difference[] = ['duty', 'role', 'missing'];

/** Whether the row differs so: anywhere, or in the column of one standard. */
export function differs(row: CrosswalkRow, how: Difference, column: number | null): boolean {
  if (column === null) return how === 'duty' ? row.duties_differ : how === 'role' ? row.roles_differ : row.missing;
  const cell = row.cells[column] ?? null;
  if (how === 'missing') return cell === null;
  if (cell === null) return false;
  return how === 'duty' ? cell.weaker || cell.partly_weaker : cell.other_roles;
}

/** What a row is found by: the topic in both languages and the numbers of the clauses. Folded once per table. */
export function wordsOf(rows: readonly CrosswalkRow[]): Map<string, string> {
  return new Map(
    rows.map((row) => {
      const clauses = row.cells.flatMap((cell) => cell?.clauses ?? []);
      return [row.topic.key, [row.topic.ja, row.topic.en, ...clauses].map(fold).join('\n')];
    }),
  );
}

/** The rows in which every word occurs. */
export function findRows(rows: readonly CrosswalkRow[], words: ReadonlyMap<string, string>, text: string): CrosswalkRow[] {
  const wanted = text.split(/\s+/u).map(fold).filter(Boolean);
  return rows.filter((row) => wanted.every((word) => (words.get(row.topic.key) ?? '').includes(word)));
}

/** What the standard itself calls the role. */
export function roleName(column: Pick<PackHead, 'roles'>, role: Role, lang: Lang): string {
  const name = roleIn(column, role);
  return name ? pick(name.name, name.name_en, lang) : enumText('role', role);
}

/** 「義務 4、努力 1」: how many items bind how strongly. */
export function dutiesText(cell: CrosswalkCell, lang: Lang): string {
  const words = cell.duties.map((one) => t('library-duty-count', { duty: enumText('library-duty', one.duty), count: String(one.items) }));
  return words.join(lang === 'en' ? ', ' : '、');
}

/** Those who answer most of the items, by the names of the standard. */
export function mainRoles(cell: CrosswalkCell, column: Pick<PackHead, 'roles'>, lang: Lang): string {
  return cell.main_roles.map((role) => roleName(column, role, lang)).join(lang === 'en' ? ', ' : '、');
}

/** What the mark for strength says, if there is one. */
export function weakText(cell: CrosswalkCell): string | null {
  return cell.weaker ? t('library-weaker') : cell.partly_weaker ? t('library-partly-weaker') : null;
}

/** The whole cell in words: for sorting, copying, tooltips and screen readers. */
export function cellText(cell: CrosswalkCell | null, column: Pick<PackHead, 'roles'>, lang: Lang): string {
  if (cell === null) return t('library-no-items');
  const parts = [dutiesText(cell, lang), weakText(cell), mainRoles(cell, column, lang), cell.other_roles ? t('library-other-roles') : null];
  return parts.filter((part) => part !== null).join(' / ');
}

/** The remembered editions that are still there, in the order of the list; none means the usual ones. */
export function known(remembered: unknown, editions: readonly PackRow[]): string[] {
  const wanted = new Set(Array.isArray(remembered) ? remembered : []);
  return editions.map((row) => row.hash).filter((hash) => wanted.has(hash));
}

/** A body's name without its legal form, as the office speaks of it. */
export function shortIssuer(issuer: string): string {
  return issuer.replace(/^(?:公益|一般|特例)?(?:財団|社団)法人|^(?:地方)?独立行政法人/u, '').trim() || issuer;
}

/** What stands over a column: who issued the standard, and which edition where several of it stand there. */
export function headOf(column: PackHead, columns: readonly PackHead[], lang: Lang): string {
  const issuer = shortIssuer(pick(column.issuer, column.issuer_en, lang));
  return columns.some((other) => other.hash !== column.hash && other.issuer === column.issuer) ? `${issuer} ${column.edition}` : issuer;
}
