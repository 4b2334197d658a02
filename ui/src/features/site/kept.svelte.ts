/**
 * The lines that are being typed in the evening: safe within a second like every field, but no part of any answer until
 * they are stored. Each person has lines of their own at a target; those of others are offered.
 */
import { Draft } from '../../components/draft';
import type { Commands } from '../../gen/commands';
import { call } from '../../host';
import { run } from '../../state';

export type Kept = Commands['entry.kept']['response'][number];

export class KeptLines {
  /** What others were typing here. */
  others = $state.raw<readonly Kept[]>([]);
  /** Whether the field holds what was typed before the program ended. */
  recovered = $state(false);
  #target = '';
  #draft: Draft | null = null;

  /** Goes to a target, and gives what one was typing there. */
  async open(target: string): Promise<string> {
    this.end();
    this.#target = target;
    this.others = [];
    this.recovered = false;
    const keep = (text: string) => run('entry.keep', { target, person: null, text });
    const begin = (text: string) => (this.#draft = new Draft(text, () => ({ ondraft: keep, oncommit: keep })));
    begin('');
    const kept = await call('entry.kept', { target });
    if (this.#target !== target) return '';
    this.others = kept.filter((one) => !one.mine);
    const mine = kept.find((one) => one.mine)?.text ?? '';
    if (mine !== '') {
      this.#draft?.end();
      begin(mine);
      this.recovered = true;
    }
    return mine;
  }
  typed(text: string): void {
    this.#draft?.input(text);
  }
  /** What is left after lines were stored. */
  async stored(left: string): Promise<void> {
    this.recovered = false;
    this.#draft?.input(left);
    // The draft knows only what differs from where it began; what was kept meanwhile has to go in any case.
    await run('entry.keep', { target: this.#target, person: null, text: left });
  }
  /** Takes another person's lines away, once they are one's own or nobody's. */
  async drop(one: Kept): Promise<void> {
    await run('entry.keep', { target: this.#target, person: one.person, text: '' });
    this.others = this.others.filter((other) => other !== one);
  }
  end(): void {
    this.#draft?.end();
    this.#draft = null;
  }
}
