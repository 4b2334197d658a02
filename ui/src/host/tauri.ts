/**
 * The desktop host. The only file that may import `@tauri-apps/*`.
 *
 * Shell side: commands `call {name, request}`, `put` (raw body, header `x-name` percent-encoded),
 * `pick {kind, options}`; event `host` carrying a HostEvent; scheme `kansa://blob/<id>`.
 */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { toEvent, toHostError, toPicked, type Host } from './host';

export function tauriHost(): Host {
  return {
    async call(name, request) {
      try {
        return await invoke('call', { name, request: request ?? null });
      } catch (cause) {
        throw toHostError(cause);
      }
    },
    async put(bytes, name) {
      try {
        const answer = await invoke('put', bytes, { headers: { 'x-name': encodeURIComponent(name) } });
        const picked = toPicked(answer)?.[0];
        if (!picked) throw new Error('put: no handle');
        return { handle: picked.handle, name: picked.name || name };
      } catch (cause) {
        throw toHostError(cause);
      }
    },
    blobUrl: (id) => {
      // WebView2 cannot register schemes of its own and shows them as http://<scheme>.<host>/.
      const windows = navigator.userAgent.includes('Windows');
      return `${windows ? 'http://kansa.blob/' : 'kansa://blob/'}${encodeURIComponent(id)}`;
    },
    subscribe(listener) {
      const stopping = listen('host', (message) => {
        const event = toEvent(message.payload);
        if (event) listener(event);
      });
      return () => void stopping.then((stop) => stop());
    },
    async pick(kind, options = {}) {
      try {
        return toPicked(await invoke('pick', { kind, options }));
      } catch (cause) {
        throw toHostError(cause);
      }
    },
  };
}
