import { router } from '../../state';
import type { Feature } from '../registry';

const audits: Feature = {
  id: 'audits',
  navKey: 'ui-nav-audits',
  icon: 'audit',
  route: 'audits',
  order: 20,
  component: () => import('./Audits.svelte'),
  keys: () => [
    { id: 'audit.new', labelKey: 'audit-new', groupKey: 'audit-keys', run: () => router.go(['audits', 'new']) },
    { id: 'audit.plans', labelKey: 'years-open', groupKey: 'audit-keys', run: () => router.go(['audits', 'plans']) },
  ],
};
export default audits;
