import { router } from '../../state';
import type { Feature } from '../registry';

const selfChecks: Feature = {
  id: 'self-checks',
  navKey: 'ui-nav-selfchecks',
  icon: 'selfcheck',
  route: 'self-checks',
  order: 30,
  component: () => import('./SelfChecks.svelte'),
  keys: () => [
    { id: 'self-check.new', labelKey: 'audit-new-self', groupKey: 'audit-keys', run: () => router.go(['self-checks', 'new']) },
    { id: 'self-check.import', labelKey: 'audit-import', groupKey: 'audit-keys', run: () => router.go(['self-checks', 'import']) },
    { id: 'campaign.new', labelKey: 'campaign-new', groupKey: 'audit-keys', run: () => router.go(['self-checks', 'campaigns', 'new']) },
  ],
};
export default selfChecks;
