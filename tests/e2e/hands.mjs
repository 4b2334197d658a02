// What a person does at the keyboard: fields are found by their labels and everything else by its name, keys do the rest.
// Before each deed the screen has come to rest; keys given together follow one another as fast as they can.
import { must } from './harness.mjs';

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A person working on a walk's page. */
export class Hands {
  constructor(walk) {
    this.walk = walk;
    this.page = walk.page;
  }

  /** Presses keys one after the other. */
  async keys(...keys) {
    await this.walk.quiet();
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types where the focus is. */
  async type(text) {
    await this.walk.quiet();
    return this.page.keyboard.insertText(text);
  }

  /** The field with this label; the mark of a required one is no part of its name. */
  field(label, within = this.page) {
    return within.getByLabel(new RegExp(`^${literal(label)}\\s*(必須|Required)?$`));
  }

  /** Fills fields in: label and text. */
  async fill(texts, within) {
    for (const [label, text] of Object.entries(texts)) {
      await this.walk.quiet();
      await this.field(label, within).fill(text);
    }
  }

  /** One of a list of choices, by its beginning. */
  async choose(label, option, within) {
    await this.walk.quiet();
    const select = this.field(label, within);
    const offered = () => select.locator('option').evaluateAll(
      (options, wanted) => options.filter((one) => one.label.startsWith(wanted)).map((one) => one.value),
      option,
    );
    await this.walk.until(`${label} offers ${option}`, async () => (await offered()).length > 0);
    const values = await offered();
    must(values.length === 1, `${label} offers ${option} once, not ${values.length} times`);
    await select.selectOption(values[0]);
  }

  /** A button, reached by the focus and pressed with Enter. */
  async press(name, within = this.page) {
    const button = within.getByRole('button', { name: new RegExp(`^${literal(name)}`) }).first();
    await button.waitFor();
    await this.walk.quiet();
    await button.focus();
    await this.page.keyboard.press('Enter');
  }

  /** Ticks or unticks with the space bar. */
  async tick(label, within = this.page) {
    await this.walk.quiet();
    await within.getByRole('checkbox', { name: label }).first().focus();
    await this.page.keyboard.press('Space');
  }

  /** Ctrl+K, some letters, Enter. */
  async command(words) {
    await this.keys('Control+k');
    await this.page.getByRole('combobox', { name: '画面・操作・記録を探す' }).waitFor();
    await this.type(words);
    await this.page.getByRole('option').filter({ hasText: words }).first().waitFor();
    await this.keys('Enter');
  }

  /** A text is on the screen. */
  sees(text, within = this.page) {
    return within.getByText(text).first().waitFor();
  }

  /** The heading of the screen. */
  at(title) {
    return this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** Writes as an input method does: a composition whose Enter must do nothing, and then its text. */
  async compose(text) {
    const input = await this.page.context().newCDPSession(this.page);
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await input.send('Input.insertText', { text });
    await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter, windowsVirtualKeyCode: 13 });
    await input.detach();
  }
}
