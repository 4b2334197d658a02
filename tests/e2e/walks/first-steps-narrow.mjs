// The first screens and the empty ones at 200 %: everything can be reached, nothing runs out of the window.
import { must } from '../harness.mjs';
import { createWorkspace, emptyScreens } from '../job/begin.mjs';
import { Hands } from '../hands.mjs';

export const options = { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 };

export default async function narrowStart(walk) {
  const look = walk.look.bind(walk);
  walk.look = async (label) => {
    const wide = await walk.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    must(wide <= 0, `${label} is ${wide} px wider than the window`);
    await look(label);
  };
  const hands = new Hands(walk);
  await createWorkspace(walk, hands);
  await emptyScreens(walk, hands);
}
