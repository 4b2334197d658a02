/** Files on their way in: dropped, pasted or chosen; and what the viewer can show. */
import { host, type Picked } from '../../host';

export interface Shown {
  id: string;
  name: string;
  media_type: string;
  blob: string | null;
}

/** What a piece of evidence is looked at with. `none`: kept, and not shown inside the program. */
export function viewerOf(evidence: Shown): 'image' | 'pdf' | 'text' | 'sheet' | 'paper' | 'none' {
  if (evidence.blob === null) return 'paper';
  if (/^image\/(png|jpeg|gif|webp)$/.test(evidence.media_type)) return 'image';
  if (evidence.media_type === 'application/pdf') return 'pdf';
  if (/^application\/vnd\.(openxmlformats-officedocument\.spreadsheetml\.sheet|ms-excel|oasis\.opendocument\.spreadsheet)/.test(evidence.media_type)) return 'sheet';
  return evidence.media_type.startsWith('text/') ? 'text' : 'none';
}

/**
 * The name of a file that came in. Every picture from the clipboard is called image.png; the time tells them apart.
 */
export function nameOf(name: string, now: Date): string {
  const pasted = /^image(\.\w+)$/iu.exec(name);
  if (!pasted) return name;
  const two = (n: number) => String(n).padStart(2, '0');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('');
  return `image-${now.getFullYear()}${two(now.getMonth() + 1)}${two(now.getDate())}-${time}${pasted[1] ?? ''}`;
}

/** Hands the files over to the host and gives their handles. */
export async function handlesOf(files: FileList | null | undefined): Promise<Picked[]> {
  const handles: Picked[] = [];
  for (const file of files ?? []) {
    handles.push(await host().put(new Uint8Array(await file.arrayBuffer()), nameOf(file.name, new Date())));
  }
  return handles;
}

/** A text as its author saved it: UTF-8, else Shift_JIS, which older programs of the office write. */
export function decodeText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('shift_jis').decode(bytes);
  }
}

/** `1,234 B`, `12 KB`, `3.4 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
