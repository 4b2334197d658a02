import { router } from '../../state';
import type { Feature } from '../registry';

const office: Feature = {
  id: 'office',
  navKey: 'ui-nav-organisation',
  icon: 'organisation',
  route: 'office',
  order: 80,
  component: () => import('./Office.svelte'),
  keys: () => [{ id: 'office.import', labelKey: 'organisation-import', groupKey: 'office-title', run: () => router.go(['office', 'import']) }],
};
export default office;
