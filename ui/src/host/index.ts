/** The host of this window, chosen once at start. */
import { httpHost } from './http';
import type { CommandName, Host, RequestOf, ResponseOf } from './host';

export * from './host';

let current: Host | null = null;

/** Chooses the host; tests and the mock give their own. */
export async function connect(given?: Host): Promise<Host> {
  current = given ?? (await choose());
  return current;
}

async function choose(): Promise<Host> {
  if ('__TAURI_INTERNALS__' in window) return (await import('./tauri')).tauriHost();
  // A host without a program behind it, for looking at screens while building them; never in a release.
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('mock'))
    return (await import('../test/mock')).mockHost();
  return httpHost();
}

/** The chosen host. */
export function host(): Host {
  if (!current) throw new Error('the host is not connected yet');
  return current;
}

/** One command, typed by the table. Screens use `query` and `run` of src/state; this is what stands under them. */
export function call<K extends CommandName>(name: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  return host().call(name, request);
}
