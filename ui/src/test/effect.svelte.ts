/** Runs an effect outside a component, for tests in files without runes. Returns what stops it. */
import { flushSync } from 'svelte';

export function effectRoot(run: () => void): () => void {
  const stop = $effect.root(() => {
    $effect(run);
  });
  flushSync();
  return stop;
}
