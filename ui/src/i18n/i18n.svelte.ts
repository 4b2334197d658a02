/**
 * The texts that users read, in the language chosen at the moment. Whatever reads a text in a template or an effect
 * is drawn again when the language changes, because the choice is reactive state.
 */
import type { Messages } from '../gen/keys';
import { prefs, type LangChoice } from '../state/prefs.svelte';
import { bundleFor, format, type Args } from './bundles';

/** A message that exists. */
export type Key = keyof Messages;

/** The variables of a message: none, or all of them. A number is a count; years and the like are given as text. */
type ArgsOf<K extends Key> = [Messages[K]] extends [never] ? [] : [args: Record<Messages[K], string | number>];

/** The language of the window. */
export function lang(): LangChoice {
  return prefs.lang;
}

/** Changes the language of the window, at once and for the next start. */
export function setLang(choice: LangChoice): void {
  prefs.lang = choice;
}

/** The text of a message. */
export function t<K extends Key>(key: K, ...[args]: ArgsOf<K>): string {
  return text(key, args);
}

/** The text of a message whose key is put together or comes from the Rust side. */
export function text(key: string, args?: Args): string {
  return format(bundleFor(prefs.lang), key, args);
}

/** The name of a member of a closed list, e.g. `enumText('verdict', 'not_applicable')`. */
export function enumText(list: string, key: string): string {
  return text(`${list}-${key.replace(/[_:]/g, '-')}`);
}

/** Whether there is such a message. */
export function has(key: string): boolean {
  return bundleFor(prefs.lang).hasMessage(key);
}

/** Words that a checklist brings with it, in the wanted language; where the English is missing, the Japanese. */
export function pick(ja: string, en: string | null, lang: LangChoice): string {
  return lang === 'en' && en !== null && en !== '' ? en : ja;
}

/** What an edition is called whose standard states no date. */
export const UNDATED = 'undated';

/** A standard with its edition, as one chooses it. */
export function editionTitle(row: { title: string; title_en: string | null; edition: string }, lang: LangChoice): string {
  const title = pick(row.title, row.title_en, lang);
  return row.edition === UNDATED ? title : `${title} ${row.edition}`;
}
