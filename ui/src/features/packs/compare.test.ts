import { describe, expect, test } from 'vitest';
import type { CrosswalkCell } from '../../gen/types/CrosswalkCell';
import type { CrosswalkRow } from '../../gen/types/CrosswalkRow';
import type { Pack } from '../../gen/types/Pack';
import type { PackChange } from '../../gen/types/PackChange';
import type { PackHead } from '../../gen/types/PackHead';
import type { PackRow } from '../../gen/types/PackRow';
import { compareField, fieldName, nameOf, numberOfChange, pairOf, valuesOf } from './changes';
import { cellText, differs, findRows, headOf, known, shortIssuer, wordsOf } from './crosswalk';
import { rowsOf, searchFor } from './everywhere';
import { NO_FILTER, PackReader } from './pack';
import { compareLists, compareWords, type Part } from './words';

const cell = (more: Partial<CrosswalkCell> = {}): CrosswalkCell => ({
  items: 2,
  clauses: ['6.4.2'],
  duties: [
    { duty: 'must', items: 1 },
    { duty: 'endeavour', items: 1 },
  ],
  strongest: ['must'],
  weaker: false,
  partly_weaker: false,
  roles: [{ role: 'info_manager', items: 2 }],
  main_roles: ['info_manager', 'staff'],
  other_roles: false,
  ...more,
});
const row = (key: string, ja: string, cells: (CrosswalkCell | null)[]): CrosswalkRow => ({
  topic: { key, ja, en: key },
  cells,
  duties_differ: cells.some((one) => one?.weaker || one?.partly_weaker),
  roles_differ: cells.some((one) => one?.other_roles),
  missing: cells.includes(null),
});
const head = (hash: string, issuer: string, edition = '2024-05'): PackHead => ({
  hash,
  pack: hash,
  edition,
  title: issuer,
  title_en: null,
  issuer,
  issuer_en: null,
  roles: [{ role: 'info_manager', name: '情報管理者', name_en: 'Head', clause: null, post: null, deputy: null, deputy_clause: null }],
});

describe('the crosswalk', () => {
  const rows = [
    row('log', 'ログの取得', [cell({ partly_weaker: true }), cell({ clauses: ['8.1'], other_roles: true })]),
    row('login', 'ログイン', [null, cell({ weaker: true })]),
    row('keys', '鍵', [cell(), cell()]),
  ];
  test('rows are found by topic and clause number, however they are typed', () => {
    const words = wordsOf(rows);
    const keys = (text: string) => findRows(rows, words, text).map((one) => one.topic.key);
    expect(keys('ﾛｸﾞ')).toEqual(['log', 'login']);
    expect(keys('ろぐ　しゅとく')).toEqual([]);
    expect(keys('LOGIN')).toEqual(['login']);
    expect(keys('８．１')).toEqual(['log']);
    expect(keys('')).toHaveLength(3);
  });
  test('differences count anywhere, or in the column of one standard', () => {
    const keys = (how: 'duty' | 'role' | 'missing', column: number | null) => rows.filter((one) => differs(one, how, column)).map((one) => one.topic.key);
    expect(keys('duty', null)).toEqual(['log', 'login']);
    expect(keys('duty', 0), 'a standard that has nothing on a topic is not the weaker one').toEqual(['log']);
    expect(keys('role', 0)).toEqual([]);
    expect(keys('role', 1)).toEqual(['log']);
    expect(keys('missing', null)).toEqual(['login']);
    expect(keys('missing', 1)).toEqual([]);
  });
  test('a cell in words, with the roles as the standard calls them', () => {
    expect(cellText(null, head('a', 'A'), 'ja')).toBe('なし');
    expect(cellText(cell({ weaker: true, other_roles: true }), head('a', 'A'), 'ja')).toBe(
      '義務 1、努力 1 / 他の基準より弱い / 情報管理者、職員 / 役割が他と異なる',
    );
  });
  test('editions that are gone are forgotten, and heads are told apart', () => {
    const editions = ['a', 'b'].map((hash) => ({ hash }) as PackRow);
    expect(known(['b', 'gone', 'a'], editions)).toEqual(['a', 'b']);
    expect(known('nonsense', editions)).toEqual([]);
    expect(known(undefined, editions)).toEqual([]);
    const [one, newer, other] = [head('a', '公益財団法人青葉財団'), head('b', '公益財団法人青葉財団', '2026-04'), head('c', '若葉村')];
    expect(headOf(one, [one, other], 'ja')).toBe('青葉財団');
    expect(headOf(newer, [one, newer, other], 'ja')).toBe('青葉財団 2026-04');
    expect(shortIssuer('公益財団法人')).toBe('公益財団法人');
  });
});

test('an address nobody knows asks for nothing', () => {
  expect(searchFor({ ...NO_FILTER, text: 'ログ', duty: 'must', role: 'king', target: 'system' })).toEqual({
    text: 'ログ',
    duty: 'must',
    role: null,
    form: null,
    target: 'system',
    topic: null,
    editions: [],
  });
  const found = [{ edition: head('a', 'A'), items: [{ id: 'a:1-1' }] }] as unknown as Parameters<typeof rowsOf>[0];
  expect(rowsOf(found).map((one) => [one.standard.hash, one.id])).toEqual([['a', 'a:1-1']]);
});

describe('changed words', () => {
  const shown = (parts: readonly Part[]) => parts.map((part) => (part.changed ? `[${part.text}]` : part.text)).join('');
  test.each([
    ['職員は抜いているか。', '職員は抜いているか。', '職員は抜いているか。', '職員は抜いているか。'],
    ['', '新しい', '', '[新しい]'],
    ['古い', '', '[古い]', ''],
    ['毎年点検しているか。', '毎月点検しているか。', '[毎年]点検しているか。', '[毎月]点検しているか。'],
  ])('%s → %s', (before, after, was, is) => {
    const compared = compareWords(before, after);
    expect([shown(compared.before), shown(compared.after)]).toEqual([was, is]);
  });
  test('nothing of a text is lost, however much differs', () => {
    const texts = ['職員は、IDを配るか。', 'ID カードを、職員に配っているか。', 'a'.repeat(3000), '漢'.repeat(700)];
    for (const before of texts)
      for (const after of texts) {
        const compared = compareWords(before, after);
        expect(compared.before.map((part) => part.text).join('')).toBe(before);
        expect(compared.after.map((part) => part.text).join('')).toBe(after);
      }
  });
  test('of a list, the members that only one side has', () => {
    const compared = compareLists(['職員', '課長'], ['課長', '部長']);
    expect([shown(compared.before), shown(compared.after)]).toEqual(['[職員]課長', '課長[部長]']);
  });
});

describe('what changed between two editions', () => {
  const pack = {
    id: 't',
    roles: [{ role: 'ciso', name: '最高責任者', name_en: null, clause: null, post: null, deputy: null, deputy_clause: null }],
    clauses: [{ id: '1', title: '章', title_en: 'Chapter', parent: null, no_item: null }],
    items: [],
  } as unknown as Pack;
  const reader = new PackReader(pack, { topics: [{ key: 'log', ja: 'ログ', en: 'Logs' }], documents: [], places: [] });
  test('values are shown as people read them', () => {
    expect(valuesOf('duty', ['must-not'], reader, 'ja')).toEqual(['してはならない']);
    expect(valuesOf('answers', ['ciso', 'staff'], reader, 'ja')).toEqual(['最高責任者', '職員']);
    expect(valuesOf('plan_gate', ['approve', 'ciso'], reader, 'ja')).toEqual(['監査実施計画について最高責任者の承認']);
    expect(valuesOf('effective', ['2026-04-01'], reader, 'ja')).toEqual(['令和8年4月1日(水)']);
    expect(valuesOf('exception_review', ['true'], reader, 'ja')).toEqual(['あり']);
    expect(valuesOf('place', [], reader, 'ja')).toEqual(['先頭']);
    expect(valuesOf('place', ['t:1-2'], reader, 'ja')).toEqual(['1-2 の次']);
    expect(valuesOf('parent', ['1'], reader, 'en')).toEqual(['1 Chapter']);
    expect(valuesOf('clause', ['9'], reader, 'ja'), 'a clause that is gone keeps its number').toEqual(['9']);
    expect(valuesOf('topic', ['log', 'gone'], reader, 'ja')).toEqual(['ログ', 'gone']);
    expect(fieldName('question_self_en')).toBe('自己点検での問い(英語)');
    expect(fieldName('default_for_findings')).toBe('指摘・調書の初期値');
    expect(fieldName('applicant_approver_escape')).toBe('申請者と承認者の兼務の例外');
  });
  test('things are named by the edition that has them', () => {
    const change = (part: PackChange['part'], id: string): PackChange => ({ part, id, kind: 'gone', fields: [] });
    expect(nameOf(change('clause', '1'), reader, 'ja')).toBe('章');
    expect(nameOf(change('role', 'ciso'), reader, 'ja')).toBe('最高責任者');
    expect(nameOf(change('basis', 'report'), reader, 'ja')).toBe('監査結果の報告');
    expect(nameOf(change('scale', 'integrity'), reader, 'ja')).toBe('完全性');
    expect(nameOf(change('item', 't:1-9'), reader, 'ja')).toBe('t:1-9');
    expect(numberOfChange(change('item', 't:1-9'))).toBe('1-9');
  });
  test('texts are compared word by word, lists member by member', () => {
    const question = compareField({ field: 'question', before: ['毎年か。'], after: ['毎月か。'] }, reader, reader, 'ja');
    expect(question.after.list).toBe(false);
    expect(question.after.parts[0]).toEqual({ text: '毎月', changed: true });
    const note = compareField({ field: 'note', before: [], after: ['注記'] }, reader, reader, 'ja');
    expect([note.before.parts, note.after.parts]).toEqual([[], [{ text: '注記', changed: true }]]);
    expect(compareField({ field: 'answers', before: ['staff'], after: ['ciso', 'staff'] }, reader, reader, 'ja').after).toEqual({
      list: true,
      parts: [
        { text: '最高責任者', changed: true },
        { text: '職員', changed: false },
      ],
    });
  });
  test('the pair is the one asked for, else two editions of one standard', () => {
    const rows = [
      ['a1', 'a'],
      ['b1', 'b'],
      ['b2', 'b'],
      ['b3', 'b'],
    ].map(([hash, of]) => ({ hash, pack: of }) as PackRow);
    const pair = (before?: string, after?: string) => {
      const found = pairOf(rows, before, after);
      return found && [found.before.hash, found.after.hash];
    };
    expect(pair()).toEqual(['b2', 'b3']);
    expect(pair('b3', 'b1')).toEqual(['b3', 'b1']);
    expect(pair('a1', 'b1'), 'whether they can be compared is not for the screen to say').toEqual(['a1', 'b1']);
    expect(pair('b1')).toEqual(['b1', 'b2']);
    expect(pair(undefined, 'b2')).toEqual(['b1', 'b2']);
    expect(pair('a1'), 'there is nothing to compare it with').toBeNull();
    expect(pairOf([], undefined, undefined)).toBeNull();
  });
});
