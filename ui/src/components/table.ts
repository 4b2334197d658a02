/** Types of the virtual table and tree, apart so that screens can name them. */
import type { Snippet } from 'svelte';

export interface Column<T> {
  id: string;
  label: string;
  /** What is sorted and copied; also what is shown unless `cell` says otherwise. */
  value: (row: T) => string | number | boolean | null | undefined;
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
