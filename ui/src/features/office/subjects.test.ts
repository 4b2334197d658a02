import { expect, test } from 'vitest';
import type { SubjectRow } from '../../gen/types/SubjectRow';
import { inTree } from './subjects';

const row = (id: string, parent: string | null = null): SubjectRow => ({
  id,
  kind: 'contractor',
  name: id,
  kana: '',
  department: 'd',
  department_name: '総務課',
  person: null,
  person_name: null,
  parent,
  parent_name: parent,
  zone: '',
  class_level: '',
  note: '',
  closed_on: null,
});

test('a subcontractor follows its contractor, however deep', () => {
  const placed = inTree([row('孫', '子'), row('甲'), row('子', '甲'), row('乙')]);
  expect(placed.map(({ row: { id }, depth }) => `${id}${depth}`)).toEqual(['甲0', '子1', '孫2', '乙0']);
});

test('one whose contractor is filtered away stands at the top', () => {
  expect(inTree([row('子', '甲')]).map(({ depth }) => depth)).toEqual([0]);
});
