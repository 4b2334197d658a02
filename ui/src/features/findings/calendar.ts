/** A month as a grid of weeks, and where keys lead in it. Pure, hence tested. Weeks begin on Sunday, as on the wall. */

const DAY = 86_400_000;
const WEEK = 7;
const at = (iso: string) => new Date(`${iso}T00:00:00Z`);
const isoOf = (date: Date) => date.toISOString().slice(0, 10);

/** A day some days later. */
export const plusDays = (iso: string, days: number) => isoOf(new Date(at(iso).getTime() + days * DAY));

/** The day of the week, Sunday being 0. */
export const weekday = (iso: string) => at(iso).getUTCDay();

/** The same day some months later, or the last day of that month where it is shorter. */
export function plusMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  return isoOf(new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))));
}

/** The weeks that a month like `2026-11` touches, whole, so with days of the months around it. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const weeks: string[][] = [];
  for (let day = plusDays(first, -weekday(first)); day.slice(0, 7) <= month; day = plusDays(day, WEEK)) {
    weeks.push(Array.from({ length: WEEK }, (_, n) => plusDays(day, n)));
  }
  return weeks;
}

/** The day a key leads to; nothing where it means something else. */
export function dayAfterKey(key: string, iso: string): string | null {
  const to: Record<string, () => string> = {
    ArrowLeft: () => plusDays(iso, -1),
    ArrowRight: () => plusDays(iso, 1),
    ArrowUp: () => plusDays(iso, -WEEK),
    ArrowDown: () => plusDays(iso, WEEK),
    Home: () => plusDays(iso, -weekday(iso)),
    End: () => plusDays(iso, WEEK - 1 - weekday(iso)),
    PageUp: () => plusMonths(iso, -1),
    PageDown: () => plusMonths(iso, 1),
  };
  return to[key]?.() ?? null;
}

/** What stands on each day. */
export function byDay<T extends { due_on: string | null }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const days = new Map<string, T[]>();
  for (const row of rows) {
    if (row.due_on === null) continue;
    const known = days.get(row.due_on);
    if (known) known.push(row);
    else days.set(row.due_on, [row]);
  }
  return days;
}

/** How many of some entries are shown where there is room for so many lines; the line that says how many more counts. */
export const shownOf = (count: number, room: number) => (count <= room ? count : Math.max(0, room - 1));
