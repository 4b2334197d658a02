/** Clauses and items of a standard, to be found by number or words. Pure, hence tested. */
import type { Commands } from '../../gen/commands';
import { fold } from '../../keys/fold';

type Pack = Commands['pack.get']['response']['pack'];
export interface Chosen {
  clause: string;
  item: string | null;
}
export interface Choice extends Chosen {
  number: string;
  words: string;
  key: string;
}

/** The number an item has after its clause, e.g. `7.4.3キ-1`. */
export const itemNumber = (item: string) => item.replace(/^[^:]*:/, '');
export const keyOf = (point: Chosen) => point.item ?? `clause ${point.clause}`;

/** Every clause, each followed by its items, in the order of the standard. */
export function choicesOf(pack: Pack, english: boolean): Choice[] {
  const items = new Map<string, Choice[]>();
  for (const item of pack.items) {
    const words = english ? (item.question_en ?? item.question) : item.question;
    const choice = { clause: item.clause, item: item.id, number: itemNumber(item.id), words, key: item.id };
    items.set(item.clause, [...(items.get(item.clause) ?? []), choice]);
  }
  return pack.clauses.flatMap((clause) => {
    const words = english ? (clause.title_en ?? clause.title) : clause.title;
    const whole = { clause: clause.id, item: null, number: clause.id, words, key: `clause ${clause.id}` };
    return [whole, ...(items.get(clause.id) ?? [])];
  });
}

/** Those that all the words occur in, the ones whose number begins with what was typed first. */
export function found(choices: readonly Choice[], text: string, most: number): Choice[] {
  const words = text.trim().split(/\s+/).map(fold).filter(Boolean);
  if (words.length === 0) return [];
  const hits = choices.filter((one) => {
    const all = fold(`${one.number} ${one.words}`);
    return words.every((word) => all.includes(word));
  });
  const begins = (one: Choice) => fold(one.number).startsWith(words[0] ?? '');
  return [...hits.filter(begins), ...hits.filter((one) => !begins(one))].slice(0, most);
}
