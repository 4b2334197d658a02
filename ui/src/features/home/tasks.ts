/** What needs a person, one line per thing and grouped by urgency. Pure, hence tested. */
import type { HomeTask } from '../../gen/types/HomeTask';

export type Urgency = 'late' | 'soon' | 'waiting';

/** One thing with everything that has to be done about it. */
export interface Todo {
  route: string;
  label: string;
  /** Fluent keys of what is to be done, without `home-task-`. */
  kinds: string[];
  due_on: string | null;
  days_late: number | null;
  urgency: Urgency;
}

/** From how many days before its day something is urgent. */
const SOON = 14;
/** Kinds that only say how late something is; beside a deed they tell nothing new, because the days stand there. */
const ONLY_LATE = new Set(['finding-overdue']);

export function urgencyOf(days_late: number | null): Urgency {
  if (days_late === null || days_late < -SOON) return 'waiting';
  return days_late > 0 ? 'late' : 'soon';
}

/** Joins the tasks about one thing, keeping the order in which they came. */
export function todosOf(tasks: readonly HomeTask[]): Todo[] {
  const byThing = new Map<string, Todo>();
  for (const task of tasks) {
    const key = `${task.route} ${task.label}`;
    const known = byThing.get(key);
    if (known) known.kinds.push(task.kind);
    else byThing.set(key, { ...task, kinds: [task.kind], urgency: urgencyOf(task.days_late) });
  }
  for (const todo of byThing.values()) {
    // What is only due soon tells nothing beside what is due already; of several the nearest is enough.
    const now = todo.kinds.filter((kind) => !kind.endsWith('-due-soon'));
    todo.kinds = now.length > 0 ? now : todo.kinds.slice(0, 1);
    const deeds = todo.kinds.filter((kind) => !ONLY_LATE.has(kind));
    if (deeds.length > 0) todo.kinds = deeds;
  }
  return [...byThing.values()];
}

/** The groups that have something in them, the most urgent first. */
export function grouped(todos: readonly Todo[]): { urgency: Urgency; todos: Todo[] }[] {
  const order: Urgency[] = ['late', 'soon', 'waiting'];
  return order
    .map((urgency) => ({ urgency, todos: todos.filter((todo) => todo.urgency === urgency) }))
    .filter((group) => group.todos.length > 0);
}

/** What of a new workspace is there already. */
export interface Begun {
  departments: number;
  persons: number;
  audits: readonly { id: string; answered: number }[];
  selfChecks: number;
}

export interface Step {
  id: 'departments' | 'persons' | 'pack' | 'audit' | 'answers' | 'self-check' | 'report';
  path: string[];
  /** Undefined where nothing in the records tells. */
  done: boolean | undefined;
}

/** The first steps of a new workspace, in the order in which one needs them. */
export function firstSteps(begun: Begun): Step[] {
  const first = begun.audits[0];
  return [
    { id: 'departments', path: ['office', 'departments'], done: begun.departments > 0 },
    // The first user is a person from the beginning; one alone can neither audit nor be independent.
    { id: 'persons', path: ['office', 'persons'], done: begun.persons > 1 },
    { id: 'pack', path: ['packs'], done: undefined },
    { id: 'audit', path: ['audits'], done: begun.audits.length > 0 },
    { id: 'answers', path: first ? ['audits', first.id] : ['audits'], done: begun.audits.some((one) => one.answered > 0) },
    { id: 'self-check', path: ['self-checks'], done: begun.selfChecks > 0 },
    { id: 'report', path: ['reports'], done: undefined },
  ];
}

/** Whether the steps are still worth their room: nobody has judged anything yet. */
export function isNew(begun: Begun): boolean {
  return !begun.audits.some((one) => one.answered > 0) && begun.selfChecks === 0;
}
