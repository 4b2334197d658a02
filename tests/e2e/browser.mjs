// Runs every walk in tests/e2e/walks, each with a dev host and a folder of its own. `node browser.mjs NAME` runs one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { browser, root, Walk } from './harness.mjs';

const folder = join(root, 'tests', 'e2e', 'walks');
const only = process.argv[2];
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4))
  .filter((name) => !only || name === only)
  .sort();
if (names.length === 0) throw new Error(`no walk${only ? ` is called ${only}` : 's'}`);

const chromium = await browser();
let failed = 0;
for (const name of names) {
  const began = performance.now();
  const { default: walkThrough, options } = await import(pathToFileURL(join(folder, `${name}.mjs`)));
  const walk = await Walk.start(chromium, name, options);
  try {
    await walkThrough(walk);
    await walk.end();
    console.log(`  ok      ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    await walk.fail();
    console.error(`  FAILED  ${name}\n${error.stack}`);
  }
}
await chromium.close();
console.log(`${names.length - failed} walks passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
