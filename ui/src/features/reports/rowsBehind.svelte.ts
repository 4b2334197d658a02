/** The rows behind the figures of a year, read beside the report so that each figure can lead to its own. */
import type { EngagementDetail } from '../../gen/types/EngagementDetail';
import { query, run } from '../../state';
import { Behind } from './behind';

export function rowsBehind(year: () => number): { readonly behind: Behind } {
  const engagements = query('engagement.list', () => (year() > 0 ? { kind: null, fiscal_year: year() } : undefined));
  // Findings of earlier years stand in the report too.
  const findings = query('finding.list', () => (year() > 0 ? { fiscal_year: null, open: false } : undefined));
  const packs = query('pack.list', () => ({}));
  let details = $state.raw<EngagementDetail[]>([]);
  $effect(() => {
    const rows = engagements.data ?? [];
    let current = true;
    // Without them the figures are there and only lead nowhere, so a failure needs no words of its own.
    Promise.all(rows.map((row) => run('engagement.get', { id: row.id })))
      .then((found) => current && (details = found))
      .catch(() => undefined);
    return () => (current = false);
  });
  const behind = $derived(new Behind(details, packs.data ?? [], findings.data ?? []));
  return {
    get behind() {
      return behind;
    },
  };
}
