/**
 * 対面モード: while somebody opposite can see the screen, it shows what is asked and what is noted, and nothing that was
 * judged. It lasts as long as the window: whoever opens the notebook again sits alone.
 */
import { router } from './router.svelte';

class Facing {
  on = $state(false);

  toggle(): void {
    this.on = !this.on;
  }

  /** Whether an operation may be named and taken back now: what was noted and received, not what was judged. */
  shows(op: string): boolean {
    return !this.on || (/^(note|interview|evidence|assignment|scope)\./.test(op) && op !== 'note.judge');
  }

  /** Whether the present screen may be shown: the grid and the notes know what to leave out, others do not. */
  get allowed(): boolean {
    const [first, second, part] = router.path;
    return first === 'audits' && second !== undefined && (part === 'notes' || /^[0-9a-f]{8}-/.test(part ?? ''));
  }
}

export const facing = new Facing();
