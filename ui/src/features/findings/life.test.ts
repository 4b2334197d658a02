import { expect, test } from 'vitest';
import { editable, inOrder, matches, primary, recordedOf, whyNot, type Action, type ActionDto, type Detail, type Row } from './life';

const can = (...list: (Action | [Action, string])[]): ActionDto[] =>
  list.map((one) => (Array.isArray(one) ? { action: one[0], refusal: one[1] } : { action: one, refusal: null }));

test.each([
  [can('confirm'), null, 'confirm'],
  [can(['confirm', 'refused-incomplete-finding']), null, null],
  [can('send_check', 'record_view', 'order_urgently'), null, 'send_check'],
  [can(['confirm', 'refused-view-missing'], 'record_view', 'withdraw_check'), null, 'record_view'],
  [can('submit_plan', 'approve_plan', 'return_plan'), null, 'approve_plan'],
  // The form asks for the reason that makes it legal.
  [can(['approve_plan', 'refused-approver-is-applicant'], 'return_plan'), null, 'approve_plan'],
  [can(['approve_plan', 'refused-approver-is-owner'], 'return_plan'), null, 'approve_plan'],
  [can('report_progress', 'report_completion'), 40, 'report_progress'],
  [can('report_progress', 'report_completion'), 100, 'report_completion'],
  [can(['verify_effective', 'refused-verifier-not-independent']), 100, null],
  // A closed finding has come to its end; opening it again is never what comes next.
  [can('reopen'), 100, null],
] as const)('%j at %s %% leads on to %s', (actions, percent, expected) => {
  expect(primary(actions, percent)).toBe(expected);
});

test('every refusal has words', () => {
  expect(whyNot('refused-verifier-not-independent')).toContain('検証できません');
  expect(whyNot('refused-unheard-of')).toBe('refused-unheard-of');
});

test('what is settled is not rewritten', () => {
  expect(editable('draft', 'fact')).toBe(true);
  expect(editable('confirmed', 'fact')).toBe(false);
  expect(editable('fact_check', 'fact')).toBe(false);
  expect(editable('fact_check', 'risk')).toBe(true);
  expect(editable('confirmed', 'cause')).toBe(true);
  expect(editable('ordered', 'cause')).toBe(false);
});

test('filters', () => {
  const row = { state: 'correcting', grade: 'minor', department: 'd1', days_late: 5 } as Row;
  const none = { states: [], grades: [], department: '', late: false, open: false };
  expect(matches(row, none)).toBe(true);
  expect(matches(row, { ...none, late: true, open: true })).toBe(true);
  expect(matches({ ...row, days_late: -3 }, { ...none, late: true })).toBe(false);
  expect(matches({ ...row, state: 'closed', days_late: null }, { ...none, open: true })).toBe(false);
  expect(matches(row, { ...none, states: ['draft'] })).toBe(false);
  expect(matches(row, { ...none, department: 'd2' })).toBe(false);
});

test('what was done is told in the order in which it was done, with reports that follow each other in one table', () => {
  const row = (id: string) => ({ id }) as never;
  const parts = inOrder({
    checks: [row('3')],
    orders: [row('1')],
    plans: [row('4')],
    progress: [row('5'), row('6'), row('8')],
    completions: [row('7'), row('9')],
    verifications: [],
    turns: [],
  });
  const told = parts.map((part) => (part.kind === 'progress' ? `${part.kind} ${part.rows.length}` : part.kind));
  expect(told).toEqual(['order', 'check', 'plan', 'progress 2', 'completion', 'progress 1', 'completion']);
});

test('of what came from earlier records only what they spoke of is on record', () => {
  const none = { turns: [], checks: [], orders: [], plans: [], progress: [], completions: [] };
  const own = recordedOf(none as unknown as Detail);
  expect(own('fact_check') && own('ordered')).toBe(true);
  const taken = recordedOf({ ...none, turns: [{ action: 'take_over' }], plans: [{}] } as unknown as Detail);
  expect((['draft', 'fact_check', 'confirmed', 'ordered', 'planned', 'correcting', 'reported', 'closed'] as const).map(taken)).toEqual([
    true, false, true, false, true, true, false, true,
  ]);
});
