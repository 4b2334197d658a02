/**
 * Small pictures of evidence for lists. An image is decoded in memory from what the host decrypts, made small, and its
 * large form let go at once; nothing is written. One at a time, the newest wish first: whoever scrolls on does not wait
 * for what has gone by.
 */

/** Pixels of the longer side, enough for twice the size it is shown at. */
export const SIDE = 96;
/** How many small pictures are kept: at 96 × 96 × 4 bytes about 9 MB. */
export const KEPT = 256;

interface Wish<T> {
  id: string;
  signal: AbortSignal;
  done: (picture: T | null) => void;
}

/** The queue and the memory; how a picture is made is given, so that it can be tried without images. */
export class Thumbs<T> {
  #made = new Map<string, T>();
  #wishes: Wish<T>[] = [];
  #busy = false;
  /** Images that cannot be shown are not tried again. */
  #bad = new Set<string>();

  constructor(
    private readonly make: (id: string, signal: AbortSignal) => Promise<T>,
    private readonly free: (picture: T) => void = () => undefined,
    private readonly most = KEPT,
  ) {}

  /** The small picture of a blob; null if it cannot be made, or is no longer wanted. */
  get(id: string, signal: AbortSignal): Promise<T | null> {
    const known = this.#made.get(id);
    if (known !== undefined) {
      // What is looked at again goes to the end of what is let go first.
      this.#made.delete(id);
      this.#made.set(id, known);
      return Promise.resolve(known);
    }
    if (this.#bad.has(id) || signal.aborted) return Promise.resolve(null);
    return new Promise((done) => {
      this.#wishes.push({ id, signal, done });
      void this.#work();
    });
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let wish = this.#wishes.pop(); wish; wish = this.#wishes.pop()) wish.done(await this.#fulfil(wish));
    this.#busy = false;
  }
  async #fulfil({ id, signal }: Wish<T>): Promise<T | null> {
    const known = this.#made.get(id);
    if (known !== undefined || signal.aborted) return known ?? null;
    try {
      const picture = await this.make(id, signal);
      this.#made.set(id, picture);
      for (const [old, gone] of this.#made) {
        if (this.#made.size <= this.most) break;
        this.#made.delete(old);
        this.free(gone);
      }
      return picture;
    } catch {
      if (!signal.aborted) this.#bad.add(id);
      return null;
    }
  }
}

/** Where a picture of this size goes within the square it is drawn in: as large as fits. */
export function fitted(width: number, height: number, side = SIDE): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
