/** Flattening of a tree for drawing, and what the arrow keys do in it. Pure, hence tested. */
import type { TreeNode } from './table';

export interface FlatNode<N extends TreeNode> {
  node: N;
  level: number;
  /** Position among its siblings, from 1, and how many there are. */
  position: number;
  siblings: number;
  /** Undefined for a leaf. */
  expanded: boolean | undefined;
  parent: string | null;
}

export function flatten<N extends TreeNode>(nodes: readonly N[], expanded: ReadonlySet<string>): FlatNode<N>[] {
  const flat: FlatNode<N>[] = [];
  const walk = (list: readonly N[], level: number, parent: string | null) => {
    list.forEach((node, n) => {
      const children = (node.children ?? []) as readonly N[];
      const open = children.length > 0 ? expanded.has(node.id) : undefined;
      flat.push({ node, level, position: n + 1, siblings: list.length, expanded: open, parent });
      if (open) walk(children, level + 1, node.id);
    });
  };
  walk(nodes, 1, null);
  return flat;
}

/** What ← and → do: open, close, into, out. */
export function sideways<N extends TreeNode>(
  key: 'ArrowLeft' | 'ArrowRight',
  flat: readonly FlatNode<N>[],
  index: number,
): { open?: string; close?: string; go?: number } {
  const here = flat[index];
  if (!here) return {};
  if (key === 'ArrowRight') {
    if (here.expanded === false) return { open: here.node.id };
    return here.expanded ? { go: index + 1 } : {};
  }
  if (here.expanded) return { close: here.node.id };
  const parent = flat.findIndex((one) => one.node.id === here.parent);
  return parent >= 0 ? { go: parent } : {};
}

/** The ids on the way to a node, outermost first, without the node itself: what must be open for it to be seen. */
export function pathTo(nodes: readonly TreeNode[], id: string): string[] | null {
  for (const node of nodes) {
    if (node.id === id) return [];
    const below = pathTo(node.children ?? [], id);
    if (below) return [node.id, ...below];
  }
  return null;
}
