// An hour on site and the evening after it, by keyboard alone: notes, a room without camera, 18 entries by number.
import { evening, inTheGrid, meeting, openPart, powerFails, sameDay, serverRoom, visited } from '../job/on-site.mjs';
import { linesSurvive, nothingTold, smallPictures, textWaits } from '../job/kept.mjs';
import { Hands } from '../hands.mjs';

export default async function onSite(walk) {
  const hands = new Hands(walk);
  await hands.at('監査手帳');
  await walk.pick(walk.path('demo'));
  await hands.press('練習用の手帳で試す');
  await hands.at('今日やること');
  const visit = await visited(walk);
  await openPart(walk, hands, visit.audit.title, '面談・視察');
  await walk.look('notes');
  await meeting(walk, hands, visit);
  await powerFails(walk, hands);
  await serverRoom(walk, hands, visit);
  await evening(walk, hands, visit);
  await inTheGrid(walk, hands, visit);
  await nothingTold(walk, hands, visit, '一部の端末だけ');
  await smallPictures(walk, hands);
  await sameDay(walk, hands, visit);
  await linesSurvive(walk, hands, visit);
  await textWaits(walk, hands, visit);
}
