/** What the screens of 中期計画 and 年度計画 share. */
import type { AuditMode } from '../../gen/types/AuditMode';
import type { AuditPlanDetail } from '../../gen/types/AuditPlanDetail';
import type { AuditPlanState } from '../../gen/types/AuditPlanState';
import type { AuditPlanTarget } from '../../gen/types/AuditPlanTarget';
import type { PlannedYear } from '../../gen/types/PlannedYear';

export type Mode = AuditMode | null;

export const STATES = ['draft', 'waiting', 'reported', 'approved', 'revised', 'abolished'] as const satisfies readonly AuditPlanState[];

export const tone = (state: AuditPlanState) =>
  state === 'reported' || state === 'approved' ? 'success' : state === 'waiting' ? 'info' : 'neutral';

/** A place in the table of a plan: row and year, both counted from 0. */
export interface Place {
  row: number;
  column: number;
}

export const keyOf = (target: AuditPlanTarget) => target.subject ?? target.department;

/** Whether something about it is to be looked at. */
export const isFlagged = (target: AuditPlanTarget) => target.left_out || target.desk_only || target.overdue || differs(target);

/** Whether the plan of the year says otherwise than the plan of several years. */
export const differs = (target: AuditPlanTarget) => target.cells.some((cell) => cell.mid_term !== null && cell.mid_term !== cell.mode);

/** The next of 実地, 書面, none. */
export const following = (mode: Mode): Mode => (mode === null ? 'on_site' : mode === 'on_site' ? 'desk' : null);

/** One step from a place, within the table. */
export function moved(from: Place, key: string, rows: number, columns: number): Place | null {
  const to = (row: number, column: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(from.row - 1, from.column);
    case 'ArrowDown':
      return to(from.row + 1, from.column);
    case 'ArrowLeft':
      return to(from.row, from.column - 1);
    case 'ArrowRight':
      return to(from.row, from.column + 1);
    case 'PageUp':
      return to(from.row - 10, from.column);
    case 'PageDown':
      return to(from.row + 10, from.column);
    case 'Home':
      return to(from.row, 0);
    case 'End':
      return to(from.row, columns - 1);
    default:
      return null;
  }
}

/** Whether a place lies between two others. */
export function between(place: Place, one: Place, other: Place): boolean {
  const within = (n: number, a: number, b: number) => n >= Math.min(a, b) && n <= Math.max(a, b);
  return within(place.row, one.row, other.row) && within(place.column, one.column, other.column);
}

/** What stands between two places. */
export function chosen(rows: readonly AuditPlanTarget[], one: Place, other: Place): PlannedYear[] {
  return rows.flatMap((target, row) =>
    target.cells.flatMap((cell, column) =>
      between({ row, column }, one, other)
        ? [{ department: target.department, subject: target.subject, fiscal_year: cell.fiscal_year }]
        : [],
    ),
  );
}

/** The targets of some places of which an audit can still be planned: they are in the plan and have none yet. */
export function unaudited(rows: readonly AuditPlanTarget[], one: Place, other: Place): AuditPlanTarget[] {
  return rows.filter((target, row) =>
    target.cells.some((cell, column) => between({ row, column }, one, other) && cell.mode !== null && cell.audits.length === 0),
  );
}

/** The address parameters with which planning an audit begins. */
export function prefill(plan: AuditPlanDetail, targets: readonly AuditPlanTarget[], title: string): Record<string, string> {
  const ids = (list: readonly (string | null)[]) => list.filter((id) => id !== null).join(',');
  return {
    year: String(plan.from_year),
    pack: plan.pack_hash,
    departments: ids(targets.filter((target) => target.subject === null).map((target) => target.department)),
    subjects: ids(targets.map((target) => target.subject)),
    title,
  };
}

/** What a new audit begins with when it is planned from here. */
export function prefilled(params: Readonly<Record<string, string>>) {
  const ids = (text: string | undefined) => (text ? text.split(',').filter(Boolean) : []);
  const year = Number(params.year);
  return {
    ...(Number.isInteger(year) && year > 0 ? { fiscal_year: year } : {}),
    ...(params.pack ? { pack_hash: params.pack } : {}),
    ...(params.title ? { title: params.title } : {}),
    departments: ids(params.departments),
    subjects: ids(params.subjects),
  };
}
