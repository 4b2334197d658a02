import type { Feature } from '../registry';

const home: Feature = {
  id: 'home',
  navKey: 'ui-nav-home',
  icon: 'home',
  route: '',
  order: 10,
  component: () => import('./Home.svelte'),
};
export default home;
