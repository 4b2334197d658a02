import type { Feature } from '../registry';

const office: Feature = {
  id: 'office',
  navKey: 'ui-nav-organisation',
  icon: 'organisation',
  route: 'office',
  order: 80,
  component: () => import('./Office.svelte'),
};
export default office;
