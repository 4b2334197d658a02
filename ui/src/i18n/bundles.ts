/** The Fluent files of `/locales`, the same that the Rust side reads, as one bundle per language. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { LangChoice } from '../state/prefs.svelte';

export type Args = Record<string, FluentVariable>;

const TAGS: Record<LangChoice, string> = { ja: 'ja-JP', en: 'en-US' };

const files = import.meta.glob<string>('../../../locales/*/*.ftl', { query: '?raw', import: 'default', eager: true });

/** One bundle from texts. Isolation marks would end up in what people copy and in file names. */
export function bundleOf(lang: LangChoice, texts: string[]): FluentBundle {
  const bundle = new FluentBundle(TAGS[lang], { useIsolating: false });
  for (const text of texts) bundle.addResource(new FluentResource(text.replaceAll('\r\n', '\n')));
  return bundle;
}

/** The text of a message; an unknown key gives `⟦key⟧`, a variable that is not given `{$name}`, as in Rust. */
export function format(bundle: FluentBundle, key: string, args?: Args): string {
  const pattern = bundle.getMessage(key)?.value;
  // Faults are collected rather than thrown; what they concern stands visibly in the text.
  return pattern == null ? `⟦${key}⟧` : bundle.formatPattern(pattern, args, []);
}

const loaded = new Map<LangChoice, FluentBundle>();

/** The bundle of all texts of a language, put together when it is first needed. */
export function bundleFor(lang: LangChoice): FluentBundle {
  let bundle = loaded.get(lang);
  if (!bundle) {
    const folder = `/${TAGS[lang]}/`;
    const texts = Object.entries(files).filter(([path]) => path.includes(folder));
    bundle = bundleOf(
      lang,
      texts.map(([, text]) => text),
    );
    loaded.set(lang, bundle);
  }
  return bundle;
}
