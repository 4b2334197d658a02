import type { Feature } from '../registry';

const findings: Feature = {
  id: 'findings',
  navKey: 'ui-nav-findings',
  icon: 'finding',
  route: 'findings',
  order: 40,
  component: () => import('./Findings.svelte'),
};
export default findings;
