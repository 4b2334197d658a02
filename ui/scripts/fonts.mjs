// Copies the window's typeface from its npm package into public/fonts, so that no font binary is committed and none is
// fetched at run time, and packs the typeface that only papers use. The fonts' own licence text travels with them.
import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

const ui = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(ui, 'node_modules', '@expo-google-fonts');
const gothic = join(packages, 'biz-udgothic');
const to = join(ui, 'public', 'fonts');
const files = [
  ['400Regular/BIZUDGothic_400Regular.ttf', 'BIZUDGothic-Regular.ttf'],
  ['700Bold/BIZUDGothic_700Bold.ttf', 'BIZUDGothic-Bold.ttf'],
  ['LICENSE_FONT', 'OFL.txt'],
];
const mincho = join(packages, 'biz-udmincho', '400Regular', 'BIZUDMincho_400Regular.ttf');
const packed = join(ui, 'fonts', 'BIZUDMincho-Regular.ttf.br');

/** Copies what is missing or has another size; says so when the package itself is missing. */
export function copyFonts() {
  if (!existsSync(gothic)) throw new Error(`fonts: ${gothic} is missing; run "npm ci" in ui/ first`);
  mkdirSync(to, { recursive: true });
  for (const [source, target] of files) {
    const a = join(gothic, source);
    const b = join(to, target);
    if (!existsSync(b) || statSync(a).size !== statSync(b).size) copyFileSync(a, b);
  }
}

/** Packs the typeface of papers: few papers use it, and it would be a tenth of what is installed. */
function pack() {
  mkdirSync(dirname(packed), { recursive: true });
  writeFileSync(packed, brotliCompressSync(readFileSync(mincho)));
}

// Run by itself, after the packages were installed.
if (process.argv[1] === fileURLToPath(import.meta.url)) pack();
