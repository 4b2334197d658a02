/** What the formats of papers are called. */
export const PAPER_FORMATS = { pdf: 'forms-pdf', xlsx: 'forms-xlsx' } as const;

/** What goes to the same department together, in the order in which it comes. */
export function byDepartment<P extends { department: string }>(papers: readonly P[]): [string, P[]][] {
  const found = new Map<string, P[]>();
  for (const one of papers) found.set(one.department, [...(found.get(one.department) ?? []), one]);
  return [...found];
}
