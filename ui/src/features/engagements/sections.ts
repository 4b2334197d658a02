/**
 * The parts of an audit or a self-inspection beside its overview, each with an address of its own:
 * `/audits/<engagement>/<id>`. Only what is registered appears.
 */
import type { Component } from 'svelte';
import type { Key } from '../../i18n';
import Independence from './plan/Independence.svelte';
import Loans from './plan/Loans.svelte';
import Plan from './plan/Plan.svelte';
import Scope from './plan/Scope.svelte';
import Workpapers from '../workpapers/Workpapers.svelte';
import Assign from '../site/Assign.svelte';
import Entry from '../site/Entry.svelte';
import Flash from '../site/Flash.svelte';
import Memo from '../site/Memo.svelte';
import Notes from '../site/Notes.svelte';
import type { Base, Kind } from './types';

export interface Section {
  /** Segment of the address; never looks like the id of a target. */
  id: string;
  labelKey: Key;
  /** Which engagements have it. */
  kinds: readonly Kind[];
  component: Component<{ kind: Kind; base: Base; id: string; path: string[] }>;
}

export const SECTIONS: readonly Section[] = [
  { id: 'plan', labelKey: 'plan-section', kinds: ['audit'], component: Plan },
  { id: 'scope', labelKey: 'scope-section', kinds: ['audit'], component: Scope },
  { id: 'independence', labelKey: 'independence-section', kinds: ['audit'], component: Independence },
  { id: 'loans', labelKey: 'loan-section', kinds: ['audit'], component: Loans },
  { id: 'workpapers', labelKey: 'workpaper-section', kinds: ['audit'], component: Workpapers },
  { id: 'notes', labelKey: 'site-section-notes', kinds: ['audit'], component: Notes },
  { id: 'entry', labelKey: 'site-section-entry', kinds: ['audit'], component: Entry },
  { id: 'assign', labelKey: 'site-section-assign', kinds: ['audit'], component: Assign },
  { id: 'memo', labelKey: 'site-section-memo', kinds: ['audit'], component: Memo },
  { id: 'flash', labelKey: 'site-section-flash', kinds: ['audit'], component: Flash },
];

/** The sections of a kind of engagement. */
export const sectionsOf = (kind: Kind) => SECTIONS.filter((section) => section.kinds.includes(kind));
