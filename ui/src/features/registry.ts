/**
 * The screens of the program. Each feature keeps a `feature.ts` in its own folder whose default export says where it
 * lives; it is found by that name, so adding a screen touches nothing else. Only what is registered appears.
 */
import type { Component } from 'svelte';
import type { IconName } from '../components';
import type { Key } from '../i18n';
import type { Action } from '../keys';

export interface Feature {
  id: string;
  /** Fluent key of the entry in the navigation. */
  navKey: Key;
  icon: IconName;
  /** First segment of the address; empty for the home screen. */
  route: string;
  /** Place in the navigation, in tens: home 10, audits 20, self-inspections 30, findings 40, exceptions 50,
      reports 60, packs 70, organisation 80, records 90, settings 100. */
  order: number;
  /** The screen. It gets the segments of the address after its own. */
  component: () => Promise<{ default: Component<{ path: string[] }> }>;
  /** Actions that can be done from everywhere, e.g. starting something new. */
  keys?: () => readonly Action[];
}

const found = import.meta.glob<{ default: Feature }>('./*/feature.ts', { eager: true });

/** All features in the order of the navigation. */
export const features: readonly Feature[] = Object.values(found)
  .map((module) => module.default)
  .sort((a, b) => a.order - b.order);

/** The feature an address belongs to. */
export function featureFor(path: readonly string[], list: readonly Feature[] = features): Feature | undefined {
  return list.find((feature) => feature.route === (path[0] ?? ''));
}
