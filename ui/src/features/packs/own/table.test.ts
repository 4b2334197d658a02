import { describe, expect, test } from 'vitest';
import type { QuestionTableRow } from '../../../gen/types/QuestionTableRow';
import { isOf, isTaken, said } from './table';

const row = (more: Partial<QuestionTableRow>): QuestionTableRow => ({
  key: '点検表!5',
  sheet: '点検表',
  cell: 'C5',
  found: '端末を固定していること。',
  number: '1',
  kind: 'question',
  status: 'new',
  can_take: true,
  item: null,
  same: null,
  earlier: null,
  written_clause: '別表',
  clause_from: 'own',
  clause: null,
  partly_struck: false,
  remarks: [],
  mistakes: [],
  ...more,
});

describe('what becomes of a row', () => {
  test.each([
    [row({}), []],
    [row({ status: 'no_clause' }), ['「別表」に当たる条項が決まりません。条項を選んでください。']],
    [row({ status: 'no_clause', written_clause: '', clause_from: 'nowhere' }), ['条項がありません。条項を選んでください。']],
    [row({ status: 'same', same: 'hyogo:4.1-1' }), ['項目 4.1-1 と同じ問いです。']],
    [row({ status: 'skipped', kind: 'struck' }), ['取消線で消してあります。']],
    [row({ clause_from: 'ditto' }), ['条項は上の行（〃）の「別表」によります。']],
    [row({ remarks: [{ remark: 'look_at', text: '保管簿' }] }), ['資料「保管簿」は一覧にないため、注記に書きます。']],
  ])('%#', (one, lines) => expect(said(one)).toEqual(lines));

  test('what is taken over, and what is filtered', () => {
    const mistake = { file: '', line: 0, column: 0, key: 'item.question', code: 'question-end' as const, args: { expected: 'か。' } };
    expect(isTaken(row({}))).toBe(true);
    expect(isTaken(row({ status: 'restored' }))).toBe(true);
    expect(isTaken(row({ status: 'no_clause' }))).toBe(false);
    expect(isOf(row({}), [])).toBe(true);
    expect(isOf(row({}), ['faulty'])).toBe(false);
    expect(isOf(row({ mistakes: [mistake] }), ['faulty'])).toBe(true);
    expect(isOf(row({}), ['same', 'new'])).toBe(true);
  });
});
