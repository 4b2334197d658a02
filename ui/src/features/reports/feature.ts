import type { Feature } from '../registry';

const reports: Feature = {
  id: 'reports',
  navKey: 'ui-nav-reports',
  icon: 'report',
  route: 'reports',
  order: 60,
  component: () => import('./Reports.svelte'),
};
export default reports;
