import { describe, expect, it } from 'vitest';
import { shortNumber } from '../exception-links/begin';
import { choicesOf, found } from './points';
import { dayAfter, onceEach, primary } from './types';

type Detail = Parameters<typeof primary>[0];
const detail = (state: string, open: string[], needs: string[] = []) =>
  ({ row: { state, needs }, actions: open.map((action) => ({ action, refusal: null })) }) as unknown as Detail;

describe('what to offer first', () => {
  it('follows what the exception needs', () => {
    expect(primary(detail('draft', ['submit', 'carry_out']))).toBe('submit');
    expect(primary(detail('emergency', ['report'], ['exception-to-report']))).toBe('report');
    expect(primary(detail('submitted', ['judge', 'permit', 'refuse'], ['exception-to-decide']))).toBe('permit');
    expect(primary(detail('permitted', ['review', 'extend', 'end']))).toBeNull();
    expect(primary(detail('permitted', ['review', 'extend', 'end'], ['exception-ends-soon']))).toBe('extend');
    expect(primary(detail('permitted', ['review', 'extend', 'end'], ['exception-expired']))).toBe('end');
    expect(primary(detail('permitted', ['review', 'extend', 'end'], ['exception-ends-soon', 'exception-to-review']))).toBe('review');
  });
});

describe('who may be chosen', () => {
  it('names each person once, those of the department first', () => {
    const one = (person: string, name: string, role_name: string, own: boolean) => ({ person, name, role: 'info_manager' as const, role_name, own });
    const list = onceEach([one('a', '山本', '情報管理者', false), one('b', '渡辺', '情報管理者', true), one('a', '山本', '業務システム管理者', false)]);
    expect(list.map((entry) => entry.value)).toEqual(['b', 'a']);
    expect(list[1]?.label).toContain('情報管理者・業務システム管理者');
  });
});

describe('clauses and items', () => {
  const pack = {
    clauses: [
      { id: '6.4', title: '職員の利用する端末', title_en: null },
      { id: '16.4', title: '別の条', title_en: 'Another' },
    ],
    items: [{ id: 'hyogo:6.4-1', clause: '6.4', question: '端末を施錠しているか。', question_en: null }],
  } as unknown as Parameters<typeof choicesOf>[0];
  it('stand in the order of the standard and are found by number or words', () => {
    const all = choicesOf(pack, false);
    expect(all.map((one) => one.number)).toEqual(['6.4', '6.4-1', '16.4']);
    expect(found(all, '6.4', 9).map((one) => one.number)).toEqual(['6.4', '6.4-1', '16.4']);
    expect(found(all, '６．４　施錠', 9).map((one) => one.key)).toEqual(['hyogo:6.4-1']);
    expect(found(all, '  ', 9)).toEqual([]);
  });
});

it('the day after the last of a month or a year is the first of the next', () => {
  expect(dayAfter('2027-02-28')).toBe('2027-03-01');
  expect(dayAfter('2026-12-31')).toBe('2027-01-01');
  expect(dayAfter(null)).toBe('');
  expect(shortNumber('令和8年度-例外-001')).toBe('001');
});
