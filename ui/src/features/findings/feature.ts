import { router } from '../../state';
import type { Feature } from '../registry';

const findings: Feature = {
  id: 'findings',
  navKey: 'ui-nav-findings',
  icon: 'finding',
  route: 'findings',
  order: 40,
  component: () => import('./Findings.svelte'),
  keys: () => [
    { id: 'finding.due', labelKey: 'views-due', groupKey: 'finding-keys', run: () => router.go(['findings', 'due']) },
    { id: 'finding.reminders', labelKey: 'views-reminders', groupKey: 'finding-keys', run: () => router.go(['findings', 'reminders']) },
    { id: 'finding.handover', labelKey: 'views-handover', groupKey: 'finding-keys', run: () => router.go(['findings', 'handover']) },
    { id: 'finding.past', labelKey: 'past-open', groupKey: 'finding-keys', run: () => router.go(['findings', 'past']) },
  ],
};
export default findings;
