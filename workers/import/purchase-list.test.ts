import { expect, test } from 'vitest';
import { orderFields } from '#core/imports/map-headers.ts';
import { bookLine, newOrderBook, type OrderColumns } from './order-book.ts';

const columns = {
  ...Object.fromEntries(orderFields.map((field) => [field, -1])),
  customerId: 0,
  date: 1,
  amount: 2,
} as OrderColumns;
const reading = { decimal: '.', dates: 'ymd', currency: 'EUR', extras: [] } as const;

const book = (...rows: readonly (readonly string[])[]) => {
  const made = newOrderBook();
  const refused = rows.map((row, index) => bookLine(made, row, columns, reading, index));
  return { ...made, refused };
};

test('a list of who, when and how much becomes one order per customer and day', () => {
  const { orders, customers, products, refused } = book(
    ['K1', '2025-03-01', '12.50'],
    ['K1', '2025-03-01', '7.50'],
    ['K1', '2025-03-02', '1'],
    ['K2', '2025-03-01', '3'],
  );
  expect(refused).toEqual([undefined, undefined, undefined, undefined]);
  expect(orders.map(({ lines }) => lines.length / 5)).toEqual([2, 1, 1]);
  expect(customers.map(({ externalId }) => externalId)).toEqual(['K1', 'K2']);
  expect(products).toEqual([]);
});

test('a purchase without an amount is refused and named', () => {
  expect(book(['K1', '2025-03-01', ''], ['K1', '2025-03-01', 'ten']).refused).toEqual([
    { column: 'amount', reason: 'missing-price' },
    { column: 'amount', reason: 'bad-money', value: 'ten' },
  ]);
});

test('[I6] a quantity below nothing says what came back, where the amount has no sign', () => {
  const made = newOrderBook();
  const counted = { ...columns, quantity: 3 };
  const rows = [
    ['K1', '2025-03-01', '5', '-2'],
    ['K1', '2025-03-02', '-5', '-2'],
    ['K1', '2025-03-03', '5', '2'],
    ['K1', '2025-03-04', '5', 'many'],
  ];
  rows.map((row, index) => bookLine(made, row, counted, reading, index));
  expect(made.orders.map(({ lines }) => lines[2])).toEqual([-5, -5, 5, 5]);
});
