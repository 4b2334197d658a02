// The whole job once, through the screens, as a person would do it: from an empty folder to a closed finding, the
// report and a checklist that went out and came back.
import { addOffice, createWorkspace, emptyScreens } from '../job/begin.mjs';
import { answerItems, attachEvidence, makeFinding, planAudit, planSelfCheck } from '../job/fieldwork.mjs';
import { improve } from '../job/improve.mjs';
import { looks } from '../job/looks.mjs';
import { ownEdition } from '../job/own-edition.mjs';
import { blankChecklist, exportReport, roundTrip, survive } from '../job/papers.mjs';
import { Hands } from '../hands.mjs';

export default async function wholeJob(walk) {
  const hands = new Hands(walk);
  await createWorkspace(walk, hands);
  await emptyScreens(walk, hands);
  await addOffice(walk, hands);
  await planSelfCheck(walk, hands);
  await planAudit(walk, hands);
  await answerItems(walk, hands);
  await attachEvidence(walk, hands);
  await makeFinding(walk, hands);
  await improve(walk, hands);
  await exportReport(walk, hands);
  await roundTrip(walk, hands);
  await blankChecklist(walk, hands);
  await ownEdition(walk, hands);
  await survive(walk, hands);
  await looks(walk, hands);
}
