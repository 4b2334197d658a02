/**
 * How this person likes the window: language, theme, density, motion, remembered columns. They hold nothing of the
 * workspace's content, so they stand outside the encryption and are there before it is opened.
 */
import type { Commands } from '../gen/commands';

export type ThemeChoice = 'system' | 'light' | 'dark' | 'contrast';
export type Density = 'standard' | 'dense';
export type LangChoice = 'ja' | 'en';

type Wire = Commands['prefs.set']['request'];

interface Stored {
  lang: LangChoice;
  theme: ThemeChoice;
  density: Density;
  navFolded: boolean;
  lockAfter: number;
}

/** Minutes without a key or a pointer after which the workspace is locked. */
export const LOCK_AFTER = [5, 10, 15, 30, 60] as const;
const KEY = 'kansa.prefs';
const INITIAL: Stored = { lang: 'ja', theme: 'system', density: 'standard', navFolded: false, lockAfter: 15 };

export class Prefs {
  #stored = $state<Stored>({ ...INITIAL });
  #systemDark = $state(false);
  #systemContrast = $state(false);

  /** Called after the person changed language, theme or density; the host keeps them for this machine. */
  onchange: (() => void) | null = null;

  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    Object.assign(this.#stored, pickKnown(read(storage, KEY)));
  }

  get lang() {
    return this.#stored.lang;
  }
  set lang(lang: LangChoice) {
    this.#stored.lang = lang;
    this.#save();
  }
  get theme() {
    return this.#stored.theme;
  }
  set theme(theme: ThemeChoice) {
    this.#stored.theme = theme;
    this.#save();
  }
  get density() {
    return this.#stored.density;
  }
  set density(density: Density) {
    this.#stored.density = density;
    this.#save();
  }
  get navFolded() {
    return this.#stored.navFolded;
  }
  set navFolded(folded: boolean) {
    this.#stored.navFolded = folded;
    this.#save();
  }

  get lockAfter() {
    return this.#stored.lockAfter;
  }
  set lockAfter(minutes: number) {
    this.#stored.lockAfter = minutes;
    this.#save();
  }

  /** As the host keeps them. */
  get wire(): Wire {
    return { language: this.lang === 'ja' ? 'ja-JP' : 'en-US', theme: this.theme, density: this.density, lock_after: this.lockAfter };
  }
  /** Takes what the host kept, without telling it again. */
  adopt(wire: Wire): void {
    const lang = wire.language.startsWith('en') ? 'en' : 'ja';
    Object.assign(this.#stored, pickKnown({ lang, theme: wire.theme, density: wire.density, lockAfter: wire.lock_after }));
    write(this.storage, KEY, $state.snapshot(this.#stored));
  }

  /** The theme to draw, after asking the system where the person left it to the system. */
  get shownTheme(): 'light' | 'dark' | 'contrast' {
    if (this.#stored.theme !== 'system') return this.#stored.theme;
    if (this.#systemContrast && this.#systemDark) return 'contrast';
    return this.#systemDark ? 'dark' : 'light';
  }

  /** Height of a row of a list in CSS pixels; virtual lists compute with it. */
  get rowHeight(): number {
    return this.#stored.density === 'dense' ? 28 : 44;
  }

  /** Follows the system's wishes; the returned function stops. */
  watchSystem(): () => void {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const contrast = window.matchMedia('(prefers-contrast: more)');
    const update = () => {
      this.#systemDark = dark.matches;
      this.#systemContrast = contrast.matches;
    };
    update();
    dark.addEventListener('change', update);
    contrast.addEventListener('change', update);
    return () => {
      dark.removeEventListener('change', update);
      contrast.removeEventListener('change', update);
    };
  }

  /** What a list remembers under its name: shown columns, their order, the sorting. */
  recall<T>(name: string): T | undefined {
    return read(this.storage, `kansa.view.${name}`) as T | undefined;
  }
  remember(name: string, value: unknown): void {
    write(this.storage, `kansa.view.${name}`, value);
  }

  #save(): void {
    write(this.storage, KEY, $state.snapshot(this.#stored));
    this.onchange?.();
  }
}

export const prefs = new Prefs(typeof localStorage === 'undefined' ? null : localStorage);

function pickKnown(value: unknown): Partial<Stored> {
  if (typeof value !== 'object' || value === null) return {};
  const from = value as Record<string, unknown>;
  const known: Partial<Stored> = {};
  if (from.lang === 'ja' || from.lang === 'en') known.lang = from.lang;
  if (['system', 'light', 'dark', 'contrast'].includes(String(from.theme))) known.theme = from.theme as ThemeChoice;
  if (from.density === 'standard' || from.density === 'dense') known.density = from.density;
  if (LOCK_AFTER.some((minutes) => minutes === from.lockAfter)) known.lockAfter = from.lockAfter as number;
  if (typeof from.navFolded === 'boolean') known.navFolded = from.navFolded;
  return known;
}

function read(storage: Pick<Storage, 'getItem'> | null, key: string): unknown {
  try {
    const text = storage?.getItem(key);
    return text ? JSON.parse(text) : undefined;
  } catch {
    // A preference that cannot be read is no reason not to start.
    return undefined;
  }
}

function write(storage: Pick<Storage, 'setItem'> | null, key: string, value: unknown): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage loses a preference, nothing else.
  }
}
