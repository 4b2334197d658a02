/** Systems, contractors and the like in the order in which a tree of them is read. */
import type { SubjectRow } from '../../gen/types/SubjectRow';
import type { SubjectKind } from '../../gen/types/SubjectKind';

export const KINDS = ['system', 'contractor', 'cloud_service', 'user_org'] as const satisfies readonly SubjectKind[];

/** What may stand above one of a kind: a contractor above its subcontractor, a system above a body that uses it. */
export const ABOVE: Partial<Record<SubjectKind, SubjectKind>> = { contractor: 'contractor', user_org: 'system' };

export interface Placed {
  row: SubjectRow;
  /** How many stand above it. */
  depth: number;
}

/** Each followed by what stands under it. One whose superior is not among them stands at the top. */
export function inTree(rows: readonly SubjectRow[]): Placed[] {
  const known = new Set(rows.map((row) => row.id));
  const under = new Map<string, SubjectRow[]>();
  const top: SubjectRow[] = [];
  for (const row of rows) {
    if (row.parent === null || !known.has(row.parent)) top.push(row);
    else under.set(row.parent, [...(under.get(row.parent) ?? []), row]);
  }
  const placed: Placed[] = [];
  const place = (row: SubjectRow, depth: number) => {
    placed.push({ row, depth });
    for (const child of under.get(row.id) ?? []) place(child, depth + 1);
  };
  for (const row of top) place(row, 0);
  return placed;
}
