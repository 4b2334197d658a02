/**
 * A workspace left alone is locked: after some minutes without a key or a pointer, and after the machine has slept.
 * What is being typed is kept by the lock itself.
 */

/** How often one looks. Timers stand still while a machine sleeps, so a much longer gap means that it did. */
const EVERY = 10_000;
const SLEPT = 60_000;
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'drop'] as const;

/** Calls `lock` when it is time; the returned function stops watching. */
export function watchIdle(target: EventTarget, minutes: () => number, lock: () => void, now: () => number = Date.now): () => void {
  let active = now();
  let looked = active;
  const note = () => (active = now());
  for (const sign of SIGNS) target.addEventListener(sign, note, { capture: true, passive: true });
  const timer = setInterval(() => {
    const time = now();
    const slept = time - looked > SLEPT;
    looked = time;
    if (!slept && time - active < minutes() * 60_000) return;
    active = time;
    lock();
  }, EVERY);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) target.removeEventListener(sign, note, { capture: true });
  };
}
