/** What all letters to departments say beside what is missing. */
export interface Said {
  /** By when; null: at once. */
  until_on: string | null;
  contact: string;
  note: string;
}
