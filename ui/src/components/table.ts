/** Types of the virtual table and tree, apart so that screens can name them. */
import type { Snippet } from 'svelte';

/** What a machine takes a column for; a share lies between 0 and 1. */
export type Kind = 'text' | 'number' | 'date' | 'share';

export interface Column<T> {
  id: string;
  label: string;
  /** What is sorted; also what is shown and copied unless `cell` and `text` say otherwise. */
  value: (row: T) => string | number | boolean | null | undefined;
  /** In words, where `value` only says the order: what is copied, handed out, and heads a group. */
  text?: (row: T) => string;
  /** What a machine is to take it for. By default numbers are numbers, days are days and all else is text. */
  kind?: Kind;
  /** Given the row and the id of the column, so that columns made from a list can share one. */
  cell?: Snippet<[T, string]>;
  /** A CSS width for the grid, e.g. `6rem` or `minmax(10rem, 2fr)`. By default `minmax(8rem, 1fr)`. */
  width?: string;
  align?: 'start' | 'end' | 'center';
  /** False: cannot be sorted by. */
  sortable?: boolean;
  /** Not shown until the person chooses it. */
  hidden?: boolean;
  /** Always shown. */
  fixed?: boolean;
}

export interface Sort {
  column: string;
  descending: boolean;
}

export interface TreeNode {
  id: string;
  children?: readonly TreeNode[];
}

/** What a person has chosen of a table: its columns and its order. */
export interface TableLook {
  hidden?: string[];
  shown?: string[];
  sort?: Sort | null;
}

/** A cell in words. */
export function textOf<T>(column: Column<T>, row: T): string | number | boolean | null | undefined {
  return column.text ? column.text(row) : column.value(row);
}

/** A day as the host gives it. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The rows as they are handed out: days and numbers as such, nothing where a cell is empty. */
export function asRequest<T>(columns: readonly Column<T>[], rows: readonly T[]) {
  const cell = (column: Column<T>, row: T) => {
    const value = textOf(column, row);
    return value === null || value === undefined || value === '' || value === false ? null : value === true ? '○' : String(value);
  };
  const kindOf = (column: Column<T>): Kind => {
    if (column.kind || column.text) return column.kind ?? 'text';
    const values = rows.map((row) => column.value(row)).filter((value) => value !== null && value !== undefined && value !== '');
    if (values.length === 0) return 'text';
    return values.every((value) => typeof value === 'number') ? 'number' : values.every((value) => DAY.test(String(value))) ? 'date' : 'text';
  };
  return {
    columns: columns.map((column) => ({ heading: column.label, kind: kindOf(column) })),
    rows: rows.map((row) => columns.map((column) => cell(column, row))),
  };
}

/** A line of a list: the heading of a group, or the row at a place. */
export type Line = { head: string; count: number } | { at: number };

/** Where a row stands that its folded group hides. */
export const AWAY = -1;

/** Puts rows under the headings of their groups, which come sorted by group already. Of a folded group only the heading shows. */
export function linesOf(names: readonly string[], folded: ReadonlySet<string> = new Set()): { lines: Line[]; places: number[] } {
  const lines: Line[] = [];
  const places: number[] = [];
  let head: { head: string; count: number } | null = null;
  names.forEach((name, at) => {
    if (head?.head !== name) lines.push((head = { head: name, count: 0 }));
    head.count += 1;
    if (folded.has(name)) {
      places.push(AWAY);
      return;
    }
    places.push(lines.length);
    lines.push({ at });
  });
  return { lines, places };
}

/** The row at a place or the nearest one that is not folded away: first in the direction of the move, then back. */
export function nearest(places: readonly number[], at: number, forward: boolean): number | null {
  const ahead = (from: number, step: number) => {
    let place = from;
    while (places[place] === AWAY) place += step;
    return places[place] === undefined ? null : place;
  };
  const step = forward ? 1 : -1;
  return ahead(at, step) ?? ahead(at, -step);
}
