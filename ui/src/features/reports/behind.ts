/** Where the rows behind a figure of the report are shown. Pure, hence tested. */
import type { ChecklistPart } from '../../gen/types/ChecklistPart';
import type { ChecklistRow } from '../../gen/types/ChecklistRow';
import type { EngagementDetail } from '../../gen/types/EngagementDetail';
import type { EngagementKind } from '../../gen/types/EngagementKind';
import type { FindingRow } from '../../gen/types/FindingRow';
import type { PackRow } from '../../gen/types/PackRow';
import { formatRoute } from '../../state/router.svelte';

/** One department's sheet of one engagement. */
interface Sheet {
  engagement: string;
  target: string;
  /** The pack, whose name begins every item id. */
  pack: string | undefined;
}

export class Behind {
  #sheets = new Map<string, Sheet[]>();
  #engagements = new Map<string, string>();
  #findings = new Map<string, FindingRow>();
  #departments = new Map<string, string>();

  constructor(engagements: readonly EngagementDetail[], packs: readonly PackRow[], findings: readonly FindingRow[]) {
    for (const one of engagements) {
      this.#engagements.set(one.title, formatRoute([folder(one.kind), one.id]));
      const pack = packs.find((row) => row.hash === one.pack_hash)?.pack;
      for (const target of one.targets) {
        const key = `${one.kind} ${target.name}`;
        this.#sheets.set(key, [...(this.#sheets.get(key) ?? []), { engagement: one.id, target: target.id, pack }]);
        this.#departments.set(target.name, target.department);
      }
    }
    for (const row of findings) {
      this.#findings.set(row.number, row);
      this.#departments.set(row.department_name, row.department);
    }
  }

  /** A department's sheet, at an item if one is named; where it has several sheets, the list they are in. */
  sheet(kind: EngagementKind, department: string, item?: string): string | null {
    const sheets = this.#sheets.get(`${kind} ${department}`) ?? [];
    const [only] = sheets;
    if (!only) return null;
    if (sheets.length > 1) return formatRoute([folder(kind)]);
    const id = item !== undefined && only.pack !== undefined ? `${only.pack}:${item}` : undefined;
    return formatRoute([folder(kind), only.engagement, only.target], { item: id });
  }

  engagement(name: string): string | null {
    return this.#engagements.get(name) ?? null;
  }

  finding(number: string): string | null {
    const row = this.#findings.get(number);
    return row ? formatRoute(['findings', row.id]) : null;
  }

  /** The findings of a department, or of all (null), narrowed as the address of the list says. */
  findings(department: string | null, params: Record<string, string> = {}): string | null {
    if (department === null) return formatRoute(['findings'], params);
    const id = this.#departments.get(department);
    return id === undefined ? null : formatRoute(['findings'], { department: id, ...params });
  }
}

function folder(kind: EngagementKind): string {
  return kind === 'audit' ? 'audits' : 'self-checks';
}

/** Where the reader of a rate looks first: what is bad, then what nobody looked at. */
export function worstItem(parts: readonly ChecklistPart[], department: string, chapter: string | null): string | undefined {
  for (const verdict of ['nonconforming', 'partial', 'unverified', undefined] as const) {
    const item = firstItem(parts, department, chapter, verdict);
    if (item !== undefined) return item;
  }
  return undefined;
}

type Shown = NonNullable<ChecklistRow['verdict']> | 'out_of_scope';

/** The first item of a department and chapter with this verdict: where the figure's rows begin. */
export function firstItem(
  parts: readonly ChecklistPart[],
  department: string,
  chapter: string | null,
  verdict?: Shown,
): string | undefined {
  for (const part of parts) {
    if (part.department !== department || (chapter !== null && part.chapter !== chapter)) continue;
    const row = part.rows.find((one) => verdict === undefined || (one.verdict ?? 'out_of_scope') === verdict);
    if (row) return row.item;
  }
  return undefined;
}
