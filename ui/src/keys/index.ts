/** The keyboard: one registry of actions. See registry.svelte.ts. */
export { ariaChord, showChord } from './chord';
export { fold, rank } from './fold';
export { keys, useKeys, type Action } from './registry.svelte';
