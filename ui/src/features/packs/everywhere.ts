/** Searching all standards at once: what can be asked for, and what is asked. Pure. */
import type { Duty } from '../../gen/types/Duty';
import type { Form } from '../../gen/types/Form';
import type { PackFound } from '../../gen/types/PackFound';
import type { PackHead } from '../../gen/types/PackHead';
import type { PackHit } from '../../gen/types/PackHit';
import type { PackSearch } from '../../gen/types/PackSearch';
import type { Role } from '../../gen/types/Role';
import type { Target } from '../../gen/types/Target';
import type { Filter } from './pack';

export const DUTIES: readonly Duty[] = ['must', 'must-not', 'endeavour', 'desirable', 'may', 'defines'];
export const ROLES: readonly Role[] = [
  'ciso',
  'general_manager',
  'bureau_head',
  'security_manager',
  'info_manager',
  'system_manager',
  'user_org_head',
  'audit_head',
  'auditor',
  'committee',
  'staff',
];
export const TARGETS: readonly Target[] = ['organisation', 'department', 'system', 'network', 'contractor', 'cloud_service'];
export const FORMS: readonly Form[] = ['audit', 'self:head', 'self:system', 'self:staff'];

/** What the address says, as a request. What nobody knows is not asked for. */
export function searchFor(filter: Filter, editions: string[] = []): PackSearch {
  const known = <T extends string>(all: readonly T[], value: string) => all.find((one) => one === value) ?? null;
  return {
    text: filter.text,
    duty: known(DUTIES, filter.duty),
    role: known(ROLES, filter.role),
    form: known(FORMS, filter.form),
    target: known(TARGETS, filter.target),
    topic: filter.topic === '' ? null : filter.topic,
    editions,
  };
}

/** A line of the list: an item with the standard it belongs to. */
export interface FoundRow extends PackHit {
  standard: PackHead;
}

/** Everything that was found, standard after standard. */
export function rowsOf(found: readonly PackFound[]): FoundRow[] {
  return found.flatMap((one) => one.items.map((item) => ({ ...item, standard: one.edition })));
}

/** What the standard calls the role, if it knows it. */
export function roleIn(standard: Pick<PackHead, 'roles'>, role: Role) {
  return standard.roles.find((one) => one.role === role) ?? null;
}
