/** What the screens of fieldwork share. Pure, hence tested. */
import type { Commands } from '../../gen/commands';
import { fold } from '../../keys';
import { formatTime } from '../../state';

export type Interview = Commands['interview.get']['response'];
export type Note = Interview['notes'][number];
export type EntryLine = Commands['entry.read']['response'][number];
export type EntryItem = EntryLine['items'][number];
export type Verdict = EntryItem['after'];

/** The four verdicts one gives; 未確認 is none. */
export const GIVEN = ['conforming', 'partial', 'nonconforming', 'not_applicable'] as const satisfies readonly Verdict[];

/** The time of day in Japan, as notes are stamped. */
export const timeOf = (ms: number) => formatTime(ms).slice(0, 5);

/** Whether what is typed into a link field can only be numbers; the program reads them. */
export const areNumbers = (text: string) => /^[\s\d０-９#＃,，、､・~～〜\-－ー–—―−]*[\d０-９][\s\d０-９#＃,，、､・~～〜\-－ー–—―−]*$/u.test(text);

interface Linkable {
  item: string;
  number: string;
  clause: string;
  question: string;
}
/** The items that hold all words, by number, clause or question. */
export function found<T extends Linkable>(rows: readonly T[], search: string, most = 6): T[] {
  const words = search.split(/\s+/u).map(fold).filter(Boolean);
  if (words.length === 0) return [];
  const hits: T[] = [];
  for (const row of rows) {
    const text = fold(`${row.number} ${row.clause} ${row.question}`);
    if (words.every((word) => text.includes(word))) hits.push(row);
    if (hits.length >= most) break;
  }
  return hits;
}

/** The items whose present answer a commit would replace. */
export const replaced = (lines: readonly EntryLine[]) =>
  lines.flatMap((line) => line.items.filter((item) => item.change === 'overwrite').map((item) => item.item));
