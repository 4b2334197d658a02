/** What the roles are called here: by the standard in use, else in general. */
import type { Role } from '../../gen/types/Role';
import type { RoleName } from '../../gen/types/RoleName';
import { enumText, lang } from '../../i18n';
import { query } from '../../state';

/** In the order in which standards set them up. */
export const ROLES = [
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
] as const satisfies readonly Role[];

/** Who audits; together with any other role it is worth a look. */
const AUDITING: readonly Role[] = ['audit_head', 'auditor'];

/** Whether a person both audits and holds a role of the audited or of those who decide. */
export function auditsAndMore(roles: readonly Role[]): boolean {
  return roles.some((role) => AUDITING.includes(role)) && roles.some((role) => !AUDITING.includes(role) && role !== 'staff');
}

export interface RoleNames {
  of(role: Role): string;
  /** The post that the standard names for it. */
  post(role: Role): string | null;
  /** Who stands in by the standard, and the clause that says so. */
  deputy(role: Role): { deputy: string; clause: string | null } | null;
  /** The standard the names come from. */
  readonly standard: string | null;
}

/** Call it while a component is set up. */
export function roleNames(): RoleNames {
  const list = query('pack.list', () => ({}));
  const chosen = $derived(list.data?.find((row) => row.used));
  const detail = query('pack.get', () => (chosen ? { hash: chosen.hash } : undefined));
  const pack = $derived(detail.data?.pack);
  const named = (role: Role): RoleName | undefined => pack?.roles.find((one) => one.role === role);
  return {
    of(role) {
      const found = named(role);
      return (lang() === 'en' && found?.name_en) || found?.name || enumText('role', role);
    },
    post: (role) => named(role)?.post ?? null,
    deputy(role) {
      const found = named(role);
      return found?.deputy ? { deputy: found.deputy, clause: found.deputy_clause } : null;
    },
    get standard() {
      return pack ? ((lang() === 'en' && pack.title_en) || pack.title) : null;
    },
  };
}
