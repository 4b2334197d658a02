import { describe, expect, test } from 'vitest';
import type { HomeTask } from '../../gen/types/HomeTask';
import { firstSteps, grouped, isNew, todosOf, urgencyOf } from './tasks';

const task = (kind: string, days_late: number | null, route = '/findings/1', label = 'R8-1 鍵の管理'): HomeTask => ({
  kind,
  label,
  route,
  days_late,
  due_on: days_late === null ? null : '2026-11-21',
});

describe('urgency', () => {
  test.each([
    [1, 'late'],
    [0, 'soon'],
    [-14, 'soon'],
    [-15, 'waiting'],
    [null, 'waiting'],
  ] as const)('%s days: %s', (days, expected) => expect(urgencyOf(days)).toBe(expected));
});

describe('todos', () => {
  test('one line per thing; lateness is not told twice', () => {
    const list = todosOf([task('finding-overdue', 5), task('completion-to-verify', 5), task('finding-overdue', 2, '/findings/2')]);
    expect(list.map((todo) => [todo.route, todo.kinds])).toEqual([
      ['/findings/1', ['completion-to-verify']],
      ['/findings/2', ['finding-overdue']],
    ]);
  });
  test('what is due soon is told only where nothing is due already, and once', () => {
    const list = todosOf([
      task('finding-overdue', 5),
      task('progress-due-soon', -7),
      task('finding-due-soon', -2, '/findings/2'),
      task('milestone-due-soon', -9, '/findings/2'),
    ]);
    expect(list.map((todo) => [todo.kinds, todo.urgency])).toEqual([
      [['finding-overdue'], 'late'],
      [['finding-due-soon'], 'soon'],
    ]);
  });
  test('groups come in the order of urgency, empty ones not at all', () => {
    const list = todosOf([task('engagement-to-start', null, '/audits/1'), task('finding-overdue', 3)]);
    expect(grouped(list).map((group) => [group.urgency, group.todos.length])).toEqual([
      ['late', 1],
      ['waiting', 1],
    ]);
    expect(grouped([])).toEqual([]);
  });
});

describe('first steps', () => {
  test('of an empty workspace: everything is open', () => {
    const begun = { departments: 0, persons: 1, audits: [], selfChecks: 0 };
    expect(firstSteps(begun).filter((step) => step.done)).toEqual([]);
    expect(isNew(begun)).toBe(true);
  });
  test('lead to the audit that was made, and end when something was judged', () => {
    const begun = { departments: 3, persons: 5, audits: [{ id: 'a1', answered: 0 }], selfChecks: 0 };
    const steps = firstSteps(begun);
    expect(steps.filter((step) => step.done).map((step) => step.id)).toEqual(['departments', 'persons', 'audit']);
    expect(steps.find((step) => step.id === 'answers')?.path).toEqual(['audits', 'a1']);
    expect(isNew(begun)).toBe(true);
    expect(isNew({ ...begun, audits: [{ id: 'a1', answered: 1 }] })).toBe(false);
  });
});
