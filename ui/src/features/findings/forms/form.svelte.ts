/** What the forms of the steps share. */
import type { Commands } from '../../../gen/commands';
import { app, query } from '../../../state';
import { postOf } from '../../engagements/people';
import type { ActionDto, Detail } from '../life';

export interface FormProps {
  detail: Detail;
  action: ActionDto;
  onclose: () => void;
  ondone: () => void;
}
export type PersonRow = Commands['person.list']['response'][number];

/** Names of the fields that are blank. */
export function blank(fields: Record<string, string>): string[] {
  return Object.keys(fields).filter((field) => fields[field]?.trim() === '');
}

/** The persons who are there, as a query and as options. */
export function usePersons() {
  const persons = query('person.list', () => ({}));
  const present = $derived((persons.data ?? []).filter((one) => one.left_on === null || one.left_on >= app.today));
  return {
    get present(): PersonRow[] {
      return present;
    },
    get options() {
      return present.map((one) => ({ value: one.id, label: [one.name, postOf(one)].filter(Boolean).join(' - ') }));
    },
  };
}
