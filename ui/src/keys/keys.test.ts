import { describe, expect, test, vi } from 'vitest';
import { ariaChord, matches, parseChord, showChord } from './chord';
import { fold, rank } from './fold';
import { KeyRegistry, type Action } from './registry.svelte';

function press(key: string, init: KeyboardEventInit & { keyCode?: number } = {}, target?: HTMLElement): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  if (init.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: init.keyCode });
  if (target) {
    document.body.append(target);
    target.dispatchEvent(event);
  }
  return event;
}
function action(id: string, keys: string[], run = vi.fn(), more: Partial<Action> = {}): Action {
  return { id, keys, labelKey: 'keys-help', run, ...more };
}

describe('chords', () => {
  test.each([
    ['Mod+K', 'k', { ctrlKey: true }, true],
    ['Mod+K', 'K', { ctrlKey: true }, true],
    ['Mod+K', 'k', { metaKey: true }, true],
    ['Mod+K', 'k', {}, false],
    ['Mod+K', 'k', { ctrlKey: true, shiftKey: true }, false],
    ['Mod+Shift+Z', 'Z', { ctrlKey: true, shiftKey: true }, true],
    ['1', '1', {}, true],
    // Full-width digits come from an input method that is switched on.
    ['1', '１', {}, true],
    ['1', '1', { altKey: true }, false],
    // The question mark needs Shift on most layouts.
    ['?', '?', { shiftKey: true }, true],
    ['?', '?', {}, true],
    ['Shift+Enter', 'Enter', {}, false],
    ['Space', ' ', {}, true],
    ['+', '+', { shiftKey: true }, true],
    ['Escape', 'Escape', {}, true],
  ] as const)('%s and the key %s %o: %s', (chord, key, init, expected) => {
    expect(matches(parseChord(chord), press(key, init))).toBe(expected);
  });
  test('are shown as on the keyboard', () => {
    expect(showChord('Mod+K')).toBe('Ctrl+K');
    expect(showChord('Alt+ArrowUp')).toBe('Alt+↑');
    expect(showChord('Escape')).toBe('Esc');
    expect(ariaChord('Ctrl+K')).toBe('Control+K');
    expect(ariaChord('Alt+ArrowUp')).toBe('Alt+ArrowUp');
  });
});

describe('registry', () => {
  test('does nothing during a composition', () => {
    const registry = new KeyRegistry();
    const run = vi.fn();
    registry.add([action('enter', ['Enter'], run, { inFields: true })]);
    expect(registry.handle(press('Enter', { isComposing: true }))).toBe(false);
    expect(registry.handle(press('Enter', { keyCode: 229 }))).toBe(false);
    expect(run).not.toHaveBeenCalled();
    expect(registry.handle(press('Enter'))).toBe(true);
    expect(run).toHaveBeenCalledOnce();
  });

  test('single keys do not fire inside text fields, chords and Esc do', () => {
    const registry = new KeyRegistry();
    const [one, save, esc, undo] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    registry.add([
      action('one', ['1'], one),
      action('save', ['Mod+S'], save),
      action('esc', ['Escape'], esc),
      action('undo', ['Mod+Z'], undo, { inFields: false }),
    ]);
    const stop = registry.listen(window);
    for (const field of [document.createElement('input'), document.createElement('textarea')]) {
      press('1', {}, field);
      press('z', { ctrlKey: true }, field);
      expect(one).not.toHaveBeenCalled();
      expect(undo, 'the field has an undo of its own').not.toHaveBeenCalled();
    }
    const field = document.createElement('input');
    press('s', { ctrlKey: true }, field);
    press('Escape', {}, field);
    expect(save).toHaveBeenCalledOnce();
    expect(esc).toHaveBeenCalledOnce();
    const box = document.createElement('input');
    box.type = 'checkbox';
    press('1', {}, box);
    expect(one, 'a checkbox takes no text').toHaveBeenCalledOnce();
    stop();
    press('1', {}, document.createElement('div'));
    expect(one).toHaveBeenCalledOnce();
  });

  test('what came last goes first, and gives way when it may not', () => {
    const registry = new KeyRegistry();
    const [outer, inner] = [vi.fn(), vi.fn()];
    let may = true;
    registry.add([action('back', ['Escape'], outer)]);
    const remove = registry.add([action('close', ['Escape'], inner, { when: () => may })]);
    registry.handle(press('Escape'));
    may = false;
    registry.handle(press('Escape'));
    may = true;
    remove();
    registry.handle(press('Escape'));
    expect([inner.mock.calls.length, outer.mock.calls.length]).toEqual([1, 2]);
  });

  test('a scope keeps its place when its actions change', () => {
    const registry = new KeyRegistry();
    const [outer, inner] = [vi.fn(), vi.fn()];
    const scope = registry.open();
    registry.set(scope, [action('outer', ['x'], vi.fn())]);
    registry.add([action('inner', ['x'], inner)]);
    registry.set(scope, [action('outer', ['x'], outer)]);
    registry.handle(press('x'));
    expect(inner).toHaveBeenCalledOnce();
    expect(outer).not.toHaveBeenCalled();
  });

  test('a held key fires once unless it may repeat', () => {
    const registry = new KeyRegistry();
    const [once, often] = [vi.fn(), vi.fn()];
    registry.add([action('once', ['1'], once), action('often', ['j'], often, { repeat: true })]);
    registry.handle(press('1', { repeat: true }));
    registry.handle(press('j', { repeat: true }));
    expect(once).not.toHaveBeenCalled();
    expect(often).toHaveBeenCalledOnce();
  });

  test('an event that somebody else has handled is left alone', () => {
    const registry = new KeyRegistry();
    const run = vi.fn();
    registry.add([action('esc', ['Escape'], run)]);
    const event = press('Escape');
    event.preventDefault();
    registry.handle(event);
    expect(run).not.toHaveBeenCalled();
  });

  test('each id is offered once, the innermost first, otherwise in order', () => {
    const registry = new KeyRegistry();
    registry.add([action('a', ['Mod+A'])]);
    registry.add([action('a', ['Mod+B']), action('hidden', [], vi.fn(), { when: () => false }), action('b', ['x'])]);
    registry.add([action('inner', ['y'])]);
    expect(registry.available().map((one) => one.keys?.[0])).toEqual(['y', 'Mod+B', 'x']);
    expect(registry.hintFor('a')).toBe('Ctrl+B');
    expect(registry.hintFor('none')).toBe('');
    expect(registry.run('hidden')).toBe(false);
  });
});

describe('finding by typing', () => {
  const texts = ['ログの確認', 'ロックする', '設定へ移動', 'ホームへ移動', 'Redo', '監査報告書を作る'];
  const find = (search: string) => rank(search, texts, (text) => [text]);

  test.each([
    ['ﾛｸﾞ', 'ログの確認'],
    ['ろぐ', 'ログの確認'],
    ['ロック', 'ロックする'],
    ['ＲＥＤＯ', 'Redo'],
    ['移動 設定', '設定へ移動'],
    ['報告', '監査報告書を作る'],
    ['監報', '監査報告書を作る'],
    ['ほ-む', 'ホームへ移動'],
  ])('%s finds %s first', (search, expected) => {
    expect(find(search)[0]).toBe(expected);
  });
  test('nothing is found for what is not there, everything for nothing', () => {
    expect(find('漏水')).toEqual([]);
    expect(find('  ')).toEqual(texts);
  });
  test('folding is the same for what people take for equal', () => {
    expect(fold('サービス')).toBe(fold('ｻ-ﾋﾞｽ'));
    expect(fold('は')).not.toBe(fold('ば'));
  });
});
