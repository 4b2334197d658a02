/**
 * What the window needs from whatever is running it: the host's five things and no more.
 *
 * Deliberately absent: paths, window management, a clipboard, a shell, an updater. It grows only when a screen
 * cannot be made without it. `tauri.ts` implements it on the desktop, `http.ts` on the development host.
 */
import type { Commands } from '../gen/commands';

/** The name of a command of the table. */
export type CommandName = keyof Commands & string;
export type RequestOf<K extends CommandName> = Commands[K]['request'];
export type ResponseOf<K extends CommandName> = Commands[K]['response'];

/** A file or folder the host holds for us. The path stays on the other side; the name is for showing. */
export interface Picked {
  handle: string;
  name: string;
}

export type PickKind = 'open' | 'save' | 'folder';

export interface PickOptions {
  /** Title of the dialog, already in the user's language. */
  title?: string;
  /** Offered file name for `save`. */
  name?: string;
  /** Extensions without the dot, e.g. `['xlsx', 'ods']`. */
  extensions?: string[];
  multiple?: boolean;
}

/** The one event stream. */
export type HostEvent =
  /** Long work goes on; its words are `progress-<key>`. It is over when `done` has reached `of`. */
  | { type: 'progress'; key: string; done: number; of: number }
  /** Rows changed outside a command of this window. */
  | { type: 'touched'; entities: string[] }
  /** The workspace has been locked or closed; nothing more is answered until it is opened again. */
  | { type: 'locked' }
  /** Files dropped on the window, where the shell takes drops itself. */
  | { type: 'dropped'; files: Picked[] };

export interface Host {
  call<K extends CommandName>(name: K, request: RequestOf<K>): Promise<ResponseOf<K>>;
  /** Hands bytes over (a pasted image, a dropped file) and gets a handle for a command to use. */
  put(bytes: Uint8Array, name: string): Promise<Picked>;
  /** An address an `<img>` or the PDF reader may load; supports ranges. */
  blobUrl(id: string): string;
  /** Starts listening; the returned function stops. */
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** The system's dialog; `null` when the user gave up. */
  pick(kind: PickKind, options?: PickOptions): Promise<Picked[] | null>;
}

/** What every refusal and fault arrives as. `error-<code>` is its text, `field` the input it belongs to. */
export interface ErrorDto {
  code: string;
  args: Record<string, string>;
  field?: string | null;
}

/** A rejected command as a throwable. */
export class HostError extends Error implements ErrorDto {
  override name = 'HostError';
  constructor(
    readonly code: string,
    readonly args: Record<string, string> = {},
    readonly field: string | null = null,
  ) {
    super(code);
  }
}

/** Makes a HostError of whatever a host rejected with, so that callers need to know one shape only. */
export function toHostError(cause: unknown): HostError {
  if (cause instanceof HostError) return cause;
  if (isRecord(cause) && typeof cause.code === 'string') {
    const args: Record<string, string> = {};
    if (isRecord(cause.args)) for (const [k, v] of Object.entries(cause.args)) args[k] = String(v);
    return new HostError(cause.code, args, typeof cause.field === 'string' ? cause.field : null);
  }
  const detail = cause instanceof Error ? cause.message : typeof cause === 'string' ? cause : '';
  return new HostError('host-unreachable', { detail });
}

/** An event as the hosts send it. Hosts tag their own events `kind`, the program tags its own `type`. */
export function toEvent(payload: unknown): HostEvent | null {
  if (!isRecord(payload)) return null;
  const type = payload.type ?? payload.kind;
  if (typeof type !== 'string') return null;
  if (type === 'dropped') return { type, files: toPicked(payload.files) ?? [] };
  return { ...payload, type } as HostEvent;
}

/** Accepts one handle, several, or none, as text or with a name. */
export function toPicked(answer: unknown): Picked[] | null {
  if (answer === null || answer === undefined) return null;
  const list = Array.isArray(answer) ? answer : [answer];
  const picked = list.flatMap((one): Picked[] => {
    if (typeof one === 'string') return [{ handle: one, name: '' }];
    if (!isRecord(one)) return [];
    const handle = one.handle ?? one.id;
    return typeof handle === 'string' ? [{ handle, name: typeof one.name === 'string' ? one.name : '' }] : [];
  });
  return picked.length > 0 ? picked : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
