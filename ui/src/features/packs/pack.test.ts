import { describe, expect, test } from 'vitest';
import type { Clause } from '../../gen/types/Clause';
import type { Item } from '../../gen/types/Item';
import type { Pack } from '../../gen/types/Pack';
import { pick } from '../../i18n';
import { filterOf, isFiltered, NO_FILTER, numberOf, PackReader } from './pack';

const clause = (id: string, title: string, parent: string | null = null): Clause => ({ id, title, title_en: null, parent, no_item: null });
const item = (id: string, of: string, question: string, more: Partial<Item> = {}): Item => ({
  id: `t:${id}`,
  clause: of,
  duty: 'must',
  forms: ['audit'],
  answers: ['info_manager'],
  targets: ['department'],
  topic: 'log',
  weight: 1,
  question,
  question_self: null,
  title_en: null,
  question_en: null,
  question_self_en: null,
  look_at: [],
  how: [],
  note: null,
  note_en: null,
  ...more,
});
const pack = {
  roles: [{ role: 'info_manager', name: '情報管理者', name_en: 'Information manager', clause: null, post: null, deputy: null, deputy_clause: null }],
  clauses: [clause('8', '技術'), clause('8.1', 'ログの管理', '8'), clause('8.2', '認証', '8'), clause('9', '運用')],
  items: [
    item('8.1-1', '8.1', 'ログを取得しているか。', { look_at: ['doc:log_list', 'place:server_room'] }),
    item('8.1-2', '8.1', '消去を禁じているか。', { duty: 'must-not', forms: ['audit', 'self:system'], note: '８．１．５と併せて見る' }),
    item('8.2-1', '8.2', '二要素認証を用いるよう努めているか。', { duty: 'endeavour', topic: 'auth', answers: ['system_manager'], targets: ['system', 'contractor'] }),
  ],
} as unknown as Pack;
const lists = {
  topics: [
    { key: 'log', ja: '記録の取得', en: 'Logging' },
    { key: 'auth', ja: '認証', en: 'Authentication' },
  ],
  documents: [{ key: 'log_list', ja: '取得ログ一覧', en: 'List of logs' }],
  places: [{ key: 'server_room', ja: 'サーバー室', en: 'Server room' }],
};
const reader = new PackReader(pack, lists);
const ids = (filter: Partial<typeof NO_FILTER>, within?: string) => reader.find({ ...NO_FILTER, ...filter }, within).map((one) => one.id);

describe('search', () => {
  test.each([
    ['ﾛｸﾞ', ['t:8.1-1', 't:8.1-2']],
    ['ろぐ ｼｭﾄｸ', []],
    ['ログ 取得して', ['t:8.1-1']],
    ['サーバー室', ['t:8.1-1']],
    ['server ROOM', ['t:8.1-1']],
    ['８．１．５', ['t:8.1-2']],
    ['authentication', ['t:8.2-1']],
    ['情報管理者', ['t:8.1-1', 't:8.1-2']],
    ['8.2-1', ['t:8.2-1']],
    ['', ['t:8.1-1', 't:8.1-2', 't:8.2-1']],
    ['ない言葉', []],
  ])('%s', (text, expected) => expect(ids({ text })).toEqual(expected));
});

test('filters narrow together, and within a clause its subtree counts', () => {
  expect(ids({ duty: 'must-not' })).toEqual(['t:8.1-2']);
  expect(ids({ role: 'system_manager' })).toEqual(['t:8.2-1']);
  expect(ids({ form: 'self:system' })).toEqual(['t:8.1-2']);
  expect(ids({ target: 'contractor' })).toEqual(['t:8.2-1']);
  expect(ids({ target: 'department', duty: 'must' })).toEqual(['t:8.1-1']);
  expect(ids({ topic: 'log', duty: 'endeavour' })).toEqual([]);
  expect(ids({}, '8')).toHaveLength(3);
  expect(ids({}, '8.2')).toEqual(['t:8.2-1']);
  expect(ids({}, '9')).toEqual([]);
  expect(isFiltered(NO_FILTER)).toBe(false);
  expect(isFiltered({ ...NO_FILTER, text: '　' }), 'a blank is no search').toBe(false);
  expect(isFiltered({ ...NO_FILTER, duty: 'may' })).toBe(true);
});

test('the tree counts what lies below, and while filtered shows only where something was found', () => {
  const all = reader.tree(reader.items, false);
  expect(all.map((node) => [node.id, node.total, node.found])).toEqual([
    ['8', 3, 3],
    ['9', 0, 0],
  ]);
  const some = reader.tree(reader.find({ ...NO_FILTER, duty: 'endeavour' }), true);
  expect(some.map((node) => [node.id, node.found, node.total, node.children.map((child) => child.id)])).toEqual([['8', 1, 3, ['8.2']]]);
});

test('names in both languages; what has no name is shown by its key', () => {
  expect(reader.lookAt('doc:log_list', 'ja')).toBe('取得ログ一覧');
  expect(reader.lookAt('place:server_room', 'en')).toBe('Server room');
  expect(reader.lookAt('doc:none', 'ja')).toBe('doc:none');
  expect(reader.topic('auth', 'en')).toBe('Authentication');
  expect(reader.role('info_manager', 'en')).toBe('Information manager');
  expect(reader.role('ciso', 'ja')).toBeNull();
  expect(pick('問い', null, 'en')).toBe('問い');
  expect(pick('問い', 'Question', 'en')).toBe('Question');
  expect(numberOf('hyogo:6.4.2-1')).toBe('6.4.2-1');
  expect(reader.pathOf('8.1').map((one) => one.id)).toEqual(['8', '8.1']);
});

test('the address says what is searched, and all that is searched at once takes no time', () => {
  expect(filterOf({ q: 'ﾛｸﾞ', target: 'system', edition: 'x' })).toEqual({ ...NO_FILTER, text: 'ﾛｸﾞ', target: 'system' });
  const many = Array.from({ length: 1600 }, (_, n) => item(`8.1-${n}`, '8.1', `第${n}の記録を、定められた期間、消されないように残しているか。`));
  const all = new PackReader({ ...pack, items: many }, lists);
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    expect(all.find({ ...NO_FILTER, text: 'ｷﾛｸ 情報管理者' })).toHaveLength(0);
    expect(all.find({ ...NO_FILTER, text: 'ﾛｸﾞ 情報管理者' })).toHaveLength(1600);
    return performance.now() - start;
  });
  expect(times.sort((a, b) => a - b)[4]).toBeLessThan(20);
});
