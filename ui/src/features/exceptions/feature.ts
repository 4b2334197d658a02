import type { Feature } from '../registry';
import { begin, propose } from '../exception-links/begin';

const exceptions: Feature = {
  id: 'exceptions',
  navKey: 'exceptions-nav',
  icon: 'exception',
  route: 'exceptions',
  order: 50,
  component: () => import('./Exceptions.svelte'),
  keys: () => [
    { id: 'exceptions.new', labelKey: 'exceptions-new', groupKey: 'exceptions-keys', run: () => void begin({}) },
    { id: 'exceptions.propose', labelKey: 'exceptions-proposal-new', groupKey: 'exceptions-keys', run: () => void propose({}) },
  ],
};
export default exceptions;
