import { expect, test } from 'vitest';
import { dayNumber, dayText } from '#core/day-number.ts';
import { asOfDay, computeRfm } from './rfm.ts';
import { addOrders, emptySummary, noDay, orderKindCodes } from './summarise-orders.ts';

const heads = (
  rows: readonly (readonly [number, number, 'order' | 'return' | 'quote', number])[],
) => ({
  customer: Int32Array.from(rows, ([customer]) => customer),
  day: Int32Array.from(rows, ([, day]) => day),
  kind: Uint8Array.from(rows, ([, , kind]) => orderKindCodes[kind]),
  totalMinor: Float64Array.from(rows, ([, , , total]) => total),
});

test('a return takes off revenue and is no order; a quote is nothing yet', () => {
  const summary = emptySummary(2);
  addOrders(
    summary,
    heads([
      [0, 10, 'order', 500],
      [0, 20, 'return', 200],
      [0, 21, 'return', -100],
      [0, 30, 'quote', 9_999],
      [-1, 40, 'order', 700],
    ]),
  );
  expect(summary.orders[0]).toBe(1);
  expect(summary.revenueMinor[0]).toBe(200);
  expect(summary.lastDay[0]).toBe(10);
  expect(summary.lastDay[1]).toBe(noDay);
});

test('recency is counted from the day after the last order of all, the basket is a mean', () => {
  const summary = emptySummary(3);
  addOrders(
    summary,
    heads([
      [0, 100, 'order', 300],
      [0, 110, 'order', 500],
      [1, 50, 'order', 100],
    ]),
  );
  expect(asOfDay(summary)).toBe(111);
  const rfm = computeRfm(summary, [0, 1, 2]);
  expect([...rfm.recencyDays]).toEqual([1, 61, 61]);
  expect([...rfm.frequency]).toEqual([2, 1, 0]);
  expect([...rfm.basketMinor]).toEqual([400, 100, 0]);
});

test('days go to numbers and back', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayText(dayNumber('2024-02-29'))).toBe('2024-02-29');
});
