import { expect, test } from 'vitest';
import type { FieldType } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { questionColumns } from './question-columns.ts';

const count = 4000;
const rows = Uint32Array.from({ length: count }, (_, row) => row);
const random = seededRandom(11);
const need = rows.reduce<number[]>((all) => [...all, normalFrom(random)], []);
const labels = Int8Array.from(need, (wish) => (wish + 2 * normalFrom(random) > 2.5 ? 1 : 0));

const column = (name: string, type: FieldType, cellOf: (row: number) => CustomValue) => ({
  name,
  type,
  learnable: true,
  values: Array.from(rows, cellOf),
});
const ask = (...columns: ReturnType<typeof column>[]) => questionColumns(columns, rows, labels);

/** As in a call centre: who hangs up at once has not bought, who stays may have. */
const seconds = (row: number) => Math.round((labels[row] === 1 ? 120 : 0) + 400 * random() ** 2);

test('a length of call is asked about whatever its name and its unit', () => {
  const [question] = ask(column('t7', 'number', (row) => seconds(row) / 60));
  expect(question).toMatchObject({ column: 't7', severity: 'ask', test: 'dead-zone' });
});

test('the answer written down a second time, nearly, is blocked', () => {
  const again = column('won_flag', 'choice', (row) =>
    (random() < 0.02 ? labels[row] === 0 : labels[row] === 1) ? 'a' : 'b',
  );
  expect(ask(again)).toMatchObject([{ severity: 'block', test: 'answer' }]);
});

test('honest columns are not asked about: strong, weak, many choices, gaps', () => {
  const honest = [
    column('need', 'number', (row) => Math.round(10 * (need[row] ?? 0))),
    column('noise', 'number', () => Math.round(100 * random())),
    column('shop', 'choice', () => `shop ${Math.floor(600 * random())}`),
    column('gaps', 'number', (row) => (row % 3 === 0 ? null : (need[row] ?? 0) + 3 * random())),
    column('since', 'date', () => `20${10 + Math.floor(14 * random())}-01-01`),
  ];
  expect(ask(...honest)).toEqual([]);
});

test('a telling column named like what comes afterwards is asked about, a dull one is not', () => {
  const telling = column('close_reason', 'number', (row) => (need[row] ?? 0) + 0.3 * random());
  const dull = column('reason', 'number', () => random());
  expect(ask(telling, dull).map(({ column: name }) => name)).toEqual(['close_reason']);
});

test('at most three columns are asked about', () => {
  const calls = Array.from({ length: 6 }, (_, at) => column(`c${at}`, 'number', seconds));
  expect(ask(...calls)).toHaveLength(3);
});
