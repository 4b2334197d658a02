/** An edition in the making as its screens read it. Pure; what is right and wrong is said by the program. */
import type { Item } from '../../../gen/types/Item';
import type { ItemChange } from '../../../gen/types/ItemChange';
import type { OwnItemChange } from '../../../gen/types/OwnItemChange';
import type { OwnMistake } from '../../../gen/types/OwnMistake';
import type { OwnPackDetail } from '../../../gen/types/OwnPackDetail';
import type { PackError } from '../../../gen/types/PackError';
import { has, text } from '../../../i18n';

/** Kinds of change in the order of the filter; `faulty` stands beside them. */
export const CHANGES: readonly ItemChange[] = ['added', 'changed', 'split', 'retired'];

/** How each kind of change looks: never by colour alone. */
export const TONES: Record<ItemChange, 'info' | 'success' | 'neutral'> = { added: 'success', changed: 'info', split: 'info', retired: 'neutral' };
export const MARKS: Record<ItemChange, string> = { added: '＋', changed: '◇', split: '÷', retired: '－' };

export interface OwnRow {
  item: Item;
  change: OwnItemChange | null;
  mistakes: readonly OwnMistake[];
}

/** Every item with what becomes of it and what is wrong with it. */
export function ownRows(detail: OwnPackDetail): OwnRow[] {
  const changes = new Map(detail.changes.map((change) => [change.id, change]));
  const mistakes = new Map<string, OwnMistake[]>();
  for (const mistake of detail.mistakes) {
    if (mistake.item !== null) mistakes.set(mistake.item, [...(mistakes.get(mistake.item) ?? []), mistake]);
  }
  return detail.pack.items.map((item) => ({ item, change: changes.get(item.id) ?? null, mistakes: mistakes.get(item.id) ?? [] }));
}

/** Whether a row is of one of the wanted kinds; nothing wanted is everything. */
export function isOf(row: OwnRow, kinds: readonly string[]): boolean {
  return kinds.length === 0 || kinds.some((kind) => (kind === 'faulty' ? row.mistakes.length > 0 : row.change?.change === kind));
}

/** The words of a mistake. */
export function mistakeText(error: PackError): string {
  return text(`pack-error-${error.code}`, error.args);
}

/** The same for somebody at a form, who has no file before him. */
export function formText(error: PackError): string {
  const own = `own-error-${error.code}`;
  return has(own) ? text(own, error.args) : mistakeText(error);
}

/** What is wrong with one field; `key` as the parser names it, e.g. `item.question`. */
export function mistakeAt(mistakes: readonly OwnMistake[], key: string): string | null {
  const found = mistakes.find((mistake) => mistake.error.key === key);
  return found ? formText(found.error) : null;
}

/** `file:line:column`, as far as the mistake has them. */
export function placeOf(error: PackError): string {
  return error.line > 0 ? `${error.file}:${error.line}:${error.column}` : error.file;
}
