// Runs every walk in tests/e2e/walks, each with a dev host and a folder of its own. `node browser.mjs NAME` runs one.
// A walk that fails is walked once more from its beginning: what is wrong fails again, what a busy machine did does not,
// and is said in the end.
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

/** Whether the walk came to its end without a fault. */
async function walked(name) {
  const began = performance.now();
  const { default: walkThrough, options } = await import(pathToFileURL(join(folder, `${name}.mjs`)));
  const walk = await Walk.start(chromium, name, options);
  try {
    await walkThrough(walk);
    await walk.end();
    console.log(`  ok      ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    return true;
  } catch (error) {
    await walk.fail();
    console.error(`  FAILED  ${name}\n${error.stack}`);
    return false;
  }
}

const failed = [];
const again = [];
for (const name of names) {
  if (await walked(name)) continue;
  again.push(name);
  if (!(await walked(name))) failed.push(name);
}
await chromium.close();
const late = again.filter((name) => !failed.includes(name));
console.log(`${names.length - failed.length} walks passed, ${failed.length} failed${late.length > 0 ? `; only the second time: ${late.join(', ')}` : ''}`);
process.exit(failed.length === 0 ? 0 : 1);
