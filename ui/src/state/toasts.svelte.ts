/** Short notes at the edge of the window: what has been done, with a way back. */
export interface Toast {
  id: number;
  kind: 'done' | 'info' | 'error';
  text: string;
  /** One thing to do about it, e.g. 元に戻す. */
  action?: { label: string; run: () => void };
}

/** Notes with something to do stay longer: reaching a button takes time. Errors stay until dismissed. */
const STAY = { plain: 5000, action: 10000 };

export class Toasts {
  list = $state.raw<Toast[]>([]);
  #next = 1;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(toast: Omit<Toast, 'id'>): number {
    const id = this.#next++;
    // What was done last is what can be taken back: it stands for what was done before. Three are enough to read.
    const others = this.list.filter((one) => toast.kind !== 'done' || one.kind !== 'done');
    this.list = [...others.slice(-2), { ...toast, id }];
    if (toast.kind !== 'error') this.#timers.set(id, setTimeout(() => this.dismiss(id), toast.action ? STAY.action : STAY.plain));
    return id;
  }
  done(text: string, action?: Toast['action']): number {
    return this.show({ kind: 'done', text, action });
  }
  error(text: string): number {
    return this.show({ kind: 'error', text });
  }
  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }
  /** While the pointer or the focus is on it, a note does not go away. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
  }
  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.list = [];
  }
}

export const toasts = new Toasts();
