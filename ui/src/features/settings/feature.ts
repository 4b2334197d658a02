import type { Feature } from '../registry';

const settings: Feature = {
  id: 'settings',
  navKey: 'ui-nav-settings',
  icon: 'settings',
  route: 'settings',
  order: 100,
  component: () => import('./Settings.svelte'),
};
export default settings;
