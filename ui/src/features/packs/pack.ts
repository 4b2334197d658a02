/** Reading a checklist pack: the tree of clauses, what a search finds, and names in both languages. Pure. */
import type { Clause } from '../../gen/types/Clause';
import type { Item } from '../../gen/types/Item';
import type { Lists } from '../../gen/types/Lists';
import type { Pack } from '../../gen/types/Pack';
import type { Role } from '../../gen/types/Role';
import { pick } from '../../i18n';
import { fold } from '../../keys';

export type Lang = 'ja' | 'en';

/** What the list is narrowed to; an empty text narrows nothing. */
export interface Filter {
  text: string;
  duty: string;
  role: string;
  form: string;
  target: string;
  topic: string;
}
export const NO_FILTER: Filter = { text: '', duty: '', role: '', form: '', target: '', topic: '' };

/** The filter as it stands in the address of the screen. */
export function filterOf(params: Record<string, string>): Filter {
  const { q = '', duty = '', role = '', form = '', target = '', topic = '' } = params;
  return { text: q, duty, role, form, target, topic };
}

export function isFiltered(filter: Filter): boolean {
  return Object.values(filter).some((value: string) => value.trim() !== '');
}

export interface ClauseNode {
  id: string;
  clause: Clause;
  children: ClauseNode[];
  /** Items here and below. */
  total: number;
  /** Of these, how many pass the filter. */
  found: number;
}

/** A pack made ready for being read: everything looked up once. */
export class PackReader {
  readonly items: readonly Item[];
  readonly clauses = new Map<string, Clause>();
  #words = new Map<string, string>();
  #names: Record<'topic' | 'doc' | 'place', Map<string, { ja: string; en: string }>>;

  constructor(
    readonly pack: Pack,
    readonly lists: Lists,
  ) {
    this.items = pack.items;
    for (const clause of pack.clauses) this.clauses.set(clause.id, clause);
    const byKey = (entries: Lists['topics']) => new Map(entries.map((entry) => [entry.key, entry]));
    this.#names = { topic: byKey(lists.topics), doc: byKey(lists.documents), place: byKey(lists.places) };
    for (const item of pack.items) this.#words.set(item.id, this.#wordsOf(item));
  }

  /** The items that pass, in the order of the pack; `within` is a clause, whose subtree counts. */
  find(filter: Filter, within: string | null = null): Item[] {
    const words = filter.text.split(/\s+/u).map(fold).filter(Boolean);
    return this.items.filter(
      (item) =>
        (filter.duty === '' || item.duty === filter.duty) &&
        (filter.role === '' || item.answers.some((role) => role === filter.role)) &&
        (filter.form === '' || item.forms.some((form) => form === filter.form)) &&
        (filter.target === '' || item.targets.some((target) => target === filter.target)) &&
        (filter.topic === '' || item.topic === filter.topic) &&
        words.every((word) => (this.#words.get(item.id) ?? '').includes(word)) &&
        (within === null || this.pathOf(item.clause).some((clause) => clause.id === within)),
    );
  }

  /** The clauses as a tree with counts; while filtered, only where something was found. */
  tree(found: readonly Item[], filtered: boolean): ClauseNode[] {
    const nodes = new Map<string, ClauseNode>();
    const roots: ClauseNode[] = [];
    for (const clause of this.pack.clauses) {
      const node: ClauseNode = { id: clause.id, clause, children: [], total: 0, found: 0 };
      nodes.set(clause.id, node);
      const parent = clause.parent === null ? undefined : nodes.get(clause.parent);
      (parent?.children ?? roots).push(node);
    }
    const count = (item: Item, what: 'total' | 'found') => {
      for (const clause of this.pathOf(item.clause)) {
        const node = nodes.get(clause.id);
        if (node) node[what] += 1;
      }
    };
    for (const item of this.items) count(item, 'total');
    for (const item of found) count(item, 'found');
    const prune = (list: ClauseNode[]): ClauseNode[] =>
      list.filter((node) => node.found > 0).map((node) => ({ ...node, children: prune(node.children) }));
    return filtered ? prune(roots) : roots;
  }

  /** A clause and those above it, the chapter first. */
  pathOf(id: string): Clause[] {
    const path: Clause[] = [];
    for (let at = this.clauses.get(id); at && !path.includes(at); at = at.parent === null ? undefined : this.clauses.get(at.parent)) {
      path.unshift(at);
    }
    return path;
  }

  topic(key: string, lang: Lang): string {
    return this.#names.topic.get(key)?.[lang] ?? key;
  }
  /** A document or a place to look at: `doc:<key>` or `place:<key>`. */
  lookAt(key: string, lang: Lang): string {
    const [list, name = ''] = key.split(':', 2);
    const names = list === 'doc' || list === 'place' ? this.#names[list] : undefined;
    return names?.get(name)?.[lang] ?? key;
  }
  /** What the standard calls the role; null where it has no name for it. */
  role(role: Role, lang: Lang): string | null {
    const named = this.pack.roles.find((one) => one.role === role);
    return named ? pick(named.name, named.name_en, lang) : null;
  }

  /** The topics that occur, in their first order: what a filter can offer. */
  topics(): string[] {
    return [...new Set(this.items.map((item) => item.topic))];
  }

  /** Everything an item can be found by, folded, in both languages. */
  #wordsOf(item: Item): string {
    const both = (key: string, name: (key: string, lang: Lang) => string) => [name(key, 'ja'), name(key, 'en')];
    const clauses = this.pathOf(item.clause).flatMap((clause) => [clause.id, clause.title, clause.title_en]);
    const roles = item.answers.flatMap((role) => [this.role(role, 'ja'), this.role(role, 'en')]);
    return [
      item.id,
      item.question,
      item.question_self,
      item.title_en,
      item.question_en,
      item.question_self_en,
      item.note,
      item.note_en,
      ...clauses,
      ...roles,
      ...both(item.topic, (key, lang) => this.topic(key, lang)),
      ...item.look_at.flatMap((key) => both(key, (one, lang) => this.lookAt(one, lang))),
    ]
      .filter((word) => word !== null)
      .map(fold)
      .join('\n');
  }
}

/** The number of an item as printed: `hyogo:6.4.2-1` → `6.4.2-1`. */
export function numberOf(id: string): string {
  return id.slice(id.indexOf(':') + 1);
}
