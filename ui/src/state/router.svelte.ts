/**
 * A small router over the hash: `#/audits/0193…/grid?item=6.4`. The hash is the only place a screen's
 * address lives, so back and forward, links and the palette all go the same way.
 */
export interface Route {
  /** Segments without the hash: `['audits', '0193…', 'grid']`; empty for the home screen. */
  path: string[];
  params: Record<string, string>;
}

export function parseRoute(hash: string): Route {
  const text = hash.replace(/^#?\/?/, '');
  const [path = '', search = ''] = text.split('?', 2);
  return {
    path: path.split('/').filter(Boolean).map(decode),
    params: Object.fromEntries(new URLSearchParams(search)),
  };
}

export function formatRoute(path: readonly string[], params: Record<string, string | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) if (value !== undefined && value !== '') search.set(key, value);
  const tail = search.toString();
  return `#/${path.map(encodeURIComponent).join('/')}${tail ? `?${tail}` : ''}`;
}

class Router {
  #route = $state.raw<Route>(parseRoute(typeof location === 'undefined' ? '' : location.hash));
  /** How many steps of this window's own history lie behind; going back never leaves the program. */
  #depth = 0;
  #going = false;

  get route(): Route {
    return this.#route;
  }
  get path(): string[] {
    return this.#route.path;
  }
  get params(): Record<string, string> {
    return this.#route.params;
  }

  /** Listens to the address; the returned function stops. */
  start(): () => void {
    const read = () => {
      if (this.#going) this.#going = false;
      else this.#depth += 1;
      this.#route = parseRoute(location.hash);
    };
    window.addEventListener('hashchange', read);
    this.#route = parseRoute(location.hash);
    return () => window.removeEventListener('hashchange', read);
  }

  /** Goes to a screen: `router.go(['findings', id], { tab: 'plan' })`. */
  go(path: readonly string[], params?: Record<string, string | undefined>): void {
    const hash = formatRoute(path, params);
    if (location.hash !== hash) location.hash = hash;
  }

  /** Changes the address without a step in the history: filters, the selected row. */
  replace(path: readonly string[], params?: Record<string, string | undefined>): void {
    history.replaceState(history.state, '', formatRoute(path, params));
    this.#route = parseRoute(location.hash);
  }

  /** Changes some parameters of the present screen, without a step in the history. `undefined` removes one. */
  setParams(params: Record<string, string | undefined>): void {
    this.replace(this.path, { ...this.params, ...params });
  }

  /** One step back: what was before, else one level up. False when already at the top. */
  back(): boolean {
    if (this.#depth > 0) {
      this.#depth -= 1;
      this.#going = true;
      history.back();
      return true;
    }
    if (this.path.length === 0) return false;
    this.replace(this.path.slice(0, -1));
    return true;
  }

  /** For links: `href={router.href(['findings', id])}`. */
  href(path: readonly string[], params?: Record<string, string | undefined>): string {
    return formatRoute(path, params);
  }
}

export const router = new Router();

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
