/** Blacking out parts of an image: rectangles in shares of its width and height, so that they fit it at any size. Pure. */

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Smaller than this share of the image a rectangle cannot be made, so that it stays visible. */
export const LEAST = 0.005;

const clamp = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value));

/** The rectangle between two corners, in whatever order they were given; nothing if it is too small to be meant. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Rect | null {
  const [left, right] = [clamp(Math.min(a.x, b.x), 0, 1), clamp(Math.max(a.x, b.x), 0, 1)];
  const [top, bottom] = [clamp(Math.min(a.y, b.y), 0, 1), clamp(Math.max(a.y, b.y), 0, 1)];
  const rect = { x: left, y: top, width: right - left, height: bottom - top };
  return rect.width < LEAST || rect.height < LEAST ? null : rect;
}

/** Where a rectangle goes by an arrow key: it moves, or with Shift its right and lower edges do. It stays inside. */
export function byKey(rect: Rect, key: string, resize: boolean, step = 0.01): Rect | null {
  const by: Record<string, [number, number]> = {
    ArrowLeft: [-step, 0],
    ArrowRight: [step, 0],
    ArrowUp: [0, -step],
    ArrowDown: [0, step],
  };
  const move = by[key];
  if (!move) return null;
  const [dx, dy] = move;
  if (resize) {
    return {
      ...rect,
      width: clamp(rect.width + dx, LEAST, 1 - rect.x),
      height: clamp(rect.height + dy, LEAST, 1 - rect.y),
    };
  }
  return { ...rect, x: clamp(rect.x + dx, 0, 1 - rect.width), y: clamp(rect.y + dy, 0, 1 - rect.height) };
}

/** The pixels a rectangle covers: outwards to whole ones, so that no edge shows through. */
export function pixels(rect: Rect, width: number, height: number): Rect {
  const x = Math.floor(rect.x * width);
  const y = Math.floor(rect.y * height);
  return {
    x,
    y,
    width: Math.min(width, Math.ceil((rect.x + rect.width) * width)) - x,
    height: Math.min(height, Math.ceil((rect.y + rect.height) * height)) - y,
  };
}

/** Whether the file is an image that can be shown here, by its name. */
export const isImage = (name: string) => /\.(png|jpe?g|gif|webp)$/iu.test(name);

/** What the blacked-out image is stored as: a photograph stays one, everything else becomes PNG. */
export function target(name: string, suffix: string): { name: string; type: 'image/jpeg' | 'image/png' } {
  const dot = name.lastIndexOf('.');
  const stem = (dot > 0 ? name.slice(0, dot) : name).replaceAll(suffix, '');
  return /\.jpe?g$/iu.test(name)
    ? { name: `${stem}${suffix}.jpg`, type: 'image/jpeg' }
    : { name: `${stem}${suffix}.png`, type: 'image/png' };
}
