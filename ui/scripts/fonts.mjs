// Copies the window's typeface from its npm package into public/fonts, so that no font binary is committed
// and none is fetched at run time. The font's own licence text travels with it.
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = dirname(dirname(fileURLToPath(import.meta.url)));
const from = join(ui, 'node_modules', '@expo-google-fonts', 'biz-udgothic');
const to = join(ui, 'public', 'fonts');
const files = [
  ['400Regular/BIZUDGothic_400Regular.ttf', 'BIZUDGothic-Regular.ttf'],
  ['700Bold/BIZUDGothic_700Bold.ttf', 'BIZUDGothic-Bold.ttf'],
  ['LICENSE_FONT', 'OFL.txt'],
];

/** Copies what is missing or has another size; says so when the package itself is missing. */
export function copyFonts() {
  if (!existsSync(from)) throw new Error(`fonts: ${from} is missing; run "npm ci" in ui/ first`);
  mkdirSync(to, { recursive: true });
  for (const [source, target] of files) {
    const a = join(from, source);
    const b = join(to, target);
    if (!existsSync(b) || statSync(a).size !== statSync(b).size) copyFileSync(a, b);
  }
}
