import type { Feature } from '../registry';

const records: Feature = {
  id: 'records',
  navKey: 'ui-nav-records',
  icon: 'record',
  route: 'records',
  order: 90,
  component: () => import('./Records.svelte'),
};
export default records;
