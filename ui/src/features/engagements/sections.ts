/**
 * The parts of an audit or a self-inspection beside its overview, each with an address of its own:
 * `/audits/<engagement>/<id>`. Only what is registered appears.
 */
import type { Component } from 'svelte';
import type { Key } from '../../i18n';
import FollowUp from './plan/FollowUp.svelte';
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

/** Where in the work a part is needed. */
export type Phase = 'before' | 'site' | 'evening' | 'after';

export interface Section {
  /** Segment of the address; never looks like the id of a target. */
  id: string;
  labelKey: Key;
  phase: Phase;
  /** Which engagements have it. */
  kinds: readonly Kind[];
  component: Component<{ kind: Kind; base: Base; id: string; path: string[] }>;
}

/** What the parts of a phase are called together. */
export const PHASES: Record<Phase, Key> = {
  before: 'audit-phase-before',
  site: 'audit-phase-site',
  evening: 'audit-phase-evening',
  after: 'audit-phase-after',
};

/** In the order of the work. */
export const SECTIONS: readonly Section[] = [
  { id: 'plan', labelKey: 'plan-section', phase: 'before', kinds: ['audit'], component: Plan },
  { id: 'scope', labelKey: 'scope-section', phase: 'before', kinds: ['audit'], component: Scope },
  { id: 'independence', labelKey: 'independence-section', phase: 'before', kinds: ['audit'], component: Independence },
  { id: 'assign', labelKey: 'site-section-assign', phase: 'before', kinds: ['audit'], component: Assign },
  { id: 'loans', labelKey: 'loan-section', phase: 'site', kinds: ['audit'], component: Loans },
  { id: 'notes', labelKey: 'site-section-notes', phase: 'site', kinds: ['audit'], component: Notes },
  { id: 'entry', labelKey: 'site-section-entry', phase: 'evening', kinds: ['audit'], component: Entry },
  { id: 'memo', labelKey: 'site-section-memo', phase: 'evening', kinds: ['audit'], component: Memo },
  { id: 'flash', labelKey: 'site-section-flash', phase: 'evening', kinds: ['audit'], component: Flash },
  { id: 'workpapers', labelKey: 'workpaper-section', phase: 'after', kinds: ['audit'], component: Workpapers },
  { id: 'follow-up', labelKey: 'followup-section', phase: 'after', kinds: ['audit'], component: FollowUp },
];

/** The sections of a kind of engagement. */
export const sectionsOf = (kind: Kind) => SECTIONS.filter((section) => section.kinds.includes(kind));
