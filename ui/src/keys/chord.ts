/** Keys as they are written in the registry: `Mod+K`, `Shift+Enter`, `1`, `?`, `Alt+ArrowUp`. */
export interface Chord {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

const MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);
const SHOWN: Record<string, string> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
  enter: 'Enter',
  ' ': 'Space',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  delete: 'Delete',
  backspace: 'Backspace',
};

export function parseChord(text: string): Chord {
  // A lone plus sign is a key, too.
  const parts = text === '+' ? ['+'] : text.split('+');
  const key = (parts.pop() ?? '').toLowerCase();
  const has = (name: string) => parts.some((part) => part.toLowerCase() === name);
  return { key: key === 'space' ? ' ' : key, mod: has('mod') || has('ctrl'), alt: has('alt'), shift: has('shift') };
}

/** Whether the event is this chord. Shift counts only where it does not already show in the character (`?`). */
export function matches(chord: Chord, event: KeyboardEvent): boolean {
  const key = event.key.normalize('NFKC').toLowerCase();
  if (key !== chord.key) return false;
  if (chord.mod !== (event.ctrlKey || event.metaKey) || chord.alt !== event.altKey) return false;
  const symbol = key.length === 1 && !/[a-z0-9]/.test(key) && key !== ' ';
  return symbol && !chord.shift ? true : chord.shift === event.shiftKey;
}

/** As people read it: `Ctrl+K`, `?`, `↑`. */
export function showChord(text: string): string {
  const chord = parseChord(text);
  const parts: string[] = [];
  if (chord.mod) parts.push(MAC ? '⌘' : 'Ctrl');
  if (chord.alt) parts.push(MAC ? '⌥' : 'Alt');
  if (chord.shift) parts.push(MAC ? '⇧' : 'Shift');
  parts.push(SHOWN[chord.key] ?? (chord.key.length === 1 ? chord.key.toUpperCase() : capital(chord.key)));
  return parts.join('+');
}

/** For `aria-keyshortcuts`. */
export function ariaChord(text: string): string {
  const chord = parseChord(text);
  const key = chord.key === ' ' ? 'Space' : chord.key.length === 1 ? chord.key.toUpperCase() : capital(chord.key);
  return [chord.mod && 'Control', chord.alt && 'Alt', chord.shift && 'Shift', key].filter(Boolean).join('+');
}

function capital(key: string): string {
  return key.startsWith('arrow') ? `Arrow${key.slice(5, 6).toUpperCase()}${key.slice(6)}` : key.slice(0, 1).toUpperCase() + key.slice(1);
}
