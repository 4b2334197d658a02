import { expect, test } from 'vitest';
import { asRequest, type Column } from './table';

interface Row {
  name: string;
  count: number | null;
  due: string | null;
  state: number;
  rate: number | null;
}
const rows: Row[] = [
  { name: '2026-11-21', count: 3, due: '2026-12-18', state: 1, rate: 0.25 },
  { name: '=1+1', count: null, due: null, state: 0, rate: null },
];
const columns: Column<Row>[] = [
  { id: 'name', label: '件名', value: (row) => row.name },
  { id: 'count', label: '件数', value: (row) => row.count },
  { id: 'due', label: '期限', value: (row) => row.due },
  { id: 'state', label: '状態', value: (row) => row.state, text: (row) => ['案', '確定'][row.state] ?? '' },
  { id: 'rate', label: '率', kind: 'share', value: (row) => row.rate },
  { id: 'none', label: '空', value: () => null },
];

test('a table leaves with the rows and columns that are shown, each column of its kind', () => {
  const request = asRequest(columns, rows);
  expect(request.columns.map((column) => column.kind)).toEqual(['text', 'number', 'date', 'text', 'share', 'text']);
  expect(request.rows).toEqual([
    ['2026-11-21', '3', '2026-12-18', '確定', '0.25', null],
    ['=1+1', null, null, '案', null, null],
  ]);
});
