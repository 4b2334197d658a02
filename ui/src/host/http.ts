/**
 * The development host over HTTP, for the end-to-end tests and for looking at the program in a browser.
 *
 * `POST /call/<name>` JSON → JSON (an ErrorDto with a status of 400 or more), `POST /put?name=…` bytes → handle,
 * `GET /blob/<id>`, `GET /events` as server-sent events, `POST /pick {kind, options}` → handle(s) or null.
 */
import { toEvent, toHostError, toPicked, type Host } from './host';

export function httpHost(base = ''): Host {
  async function post(path: string, body: BodyInit, type: string): Promise<unknown> {
    let response: Response;
    try {
      response = await fetch(base + path, { method: 'POST', body, headers: { 'content-type': type } });
    } catch (cause) {
      throw toHostError(cause);
    }
    const text = await response.text();
    let answer: unknown;
    try {
      answer = text === '' ? null : JSON.parse(text);
    } catch {
      throw toHostError(`HTTP ${response.status}`);
    }
    if (!response.ok) throw toHostError(answer);
    return answer;
  }
  const json = (path: string, value: unknown) => post(path, JSON.stringify(value ?? null), 'application/json');

  return {
    call: (name, request) => json(`/call/${encodeURIComponent(name)}`, request) as Promise<never>,
    async put(bytes, name) {
      const answer = await post(
        `/put?name=${encodeURIComponent(name)}`,
        bytes as unknown as BodyInit,
        'application/octet-stream',
      );
      const picked = toPicked(answer)?.[0];
      if (!picked) throw toHostError('put: no handle');
      return { handle: picked.handle, name: picked.name || name };
    },
    blobUrl: (id) => `${base}/blob/${encodeURIComponent(id)}`,
    subscribe(listener) {
      const source = new EventSource(`${base}/events`);
      source.onmessage = (message) => {
        try {
          const event = toEvent(JSON.parse(message.data));
          if (event) listener(event);
        } catch {
          // A broken line is dropped: the next read of the screen is right anyway.
        }
      };
      return () => source.close();
    },
    pick: async (kind, options = {}) => toPicked(await json('/pick', { kind, options })),
  };
}
