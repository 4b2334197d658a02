import { expect, test } from 'vitest';
import { bundleFor } from '../i18n/bundles';
import { columnName, opName, valueName, worthTelling } from './history';

test('operations, columns and values have words', () => {
  expect(opName('self_answer.set')).toBe('回答の記入');
  expect(opName('no.such')).toBe('no.such');
  expect(columnName('improvement_plan', 'due_on')).toBe('期限');
  expect(columnName('improvement_plan', 'escape_reason')).toBe('やむを得ない理由');
  expect(valueName('finding', 'state', 'correcting')).toBe('是正中');
  expect(valueName('engagement', 'form', 'self:head')).toBe('自己点検票(所属長)');
  expect(valueName('finding', 'found_on', '2026-11-21')).toBe('令和8年11月21日(土)');
  expect(valueName('finding', 'fiscal_year', '2026')).toBe('令和8年度');
  expect(valueName('progress', 'percent', '40')).toBe('40%');
  expect(valueName('finding', 'title', null)).toBe('');
  expect(valueName('finding', 'grade', 'unheard-of'), 'what a later edition may bring').toBe('unheard-of');
});

test('links tell a person nothing', () => {
  expect(worthTelling('finding', 'engagement')).toBe(false);
  expect(worthTelling('self_answer', 'answer')).toBe(true);
  expect(worthTelling('finding', 'fact')).toBe(true);
});

test('every operation that can be undone has words in both languages', async () => {
  const kinds = ['answer.set', 'answer.write', 'self_answer.set', 'scope.set', 'evidence.attach', 'evidence.detach', 'engagement.save', 'engagement.start', 'finding.make', 'finding.save', 'finding.confirm', 'plan.submit', 'progress.report', 'completion.report', 'import.commit', 'office.save', 'department.save', 'person.save', 'draft.recover'];
  for (const lang of ['ja', 'en'] as const)
    for (const kind of kinds) expect(bundleFor(lang).hasMessage(`history-op-${kind.replace(/[._]/g, '-')}`), kind).toBe(true);
});
