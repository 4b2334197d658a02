import type { Feature } from '../registry';

const packs: Feature = {
  id: 'packs',
  navKey: 'ui-nav-packs',
  icon: 'pack',
  route: 'packs',
  order: 70,
  component: () => import('./Screen.svelte'),
};
export default packs;
