import { expect, test } from 'vitest';
import { computeBuying } from './buying.ts';
import { addOrders, emptySummary, orderKindCodes } from './summarise-orders.ts';

/** Orders of 100 each: customer and day. */
const bookOf = (customers: number, rows: readonly (readonly [number, number])[]) => {
  const heads = {
    customer: Int32Array.from(rows, ([customer]) => customer),
    day: Int32Array.from(rows, ([, day]) => day),
    kind: new Uint8Array(rows.length).fill(orderKindCodes.order),
    totalMinor: new Float64Array(rows.length).fill(100),
  };
  const summary = emptySummary(customers);
  addOrders(summary, heads);
  return { summary, heads: [heads] };
};

/** An order every thirty days from one day to another. */
const monthly = (customer: number, from: number, to: number) =>
  Array.from(
    { length: Math.floor((to - from) / 30) + 1 },
    (_, turn) => [customer, from + 30 * turn] as const,
  );

test('who orders by the clock is due, who stopped is overdue, and buys less of late', () => {
  const { summary, heads } = bookOf(2, [...monthly(0, 0, 720), ...monthly(1, 0, 480)]);
  const { gapsSinceLast, trend, ordersPerMonth } = computeBuying(summary, heads, [0, 1]);
  expect(gapsSinceLast[0]).toBeCloseTo(1 / 30);
  expect(gapsSinceLast[1]).toBeCloseTo(241 / 30);
  expect(Math.abs(trend[0] ?? 1)).toBeLessThan(0.1);
  expect(trend[1]).toBeLessThan(-2);
  expect(ordersPerMonth[0]).toBeCloseTo(25 / (721 / 30.4375));
});

test('a newcomer is not taken for one who buys more and more', () => {
  const { summary, heads } = bookOf(2, [...monthly(0, 0, 720), ...monthly(1, 600, 720)]);
  const { trend, tenureDays } = computeBuying(summary, heads, [0, 1]);
  expect(trend[1]).toBeCloseTo(0);
  expect(tenureDays[1]).toBe(121);
});

test('a single order is held against the gap usual among all', () => {
  const { summary, heads } = bookOf(2, [...monthly(0, 0, 720), [1, 661]]);
  expect(computeBuying(summary, heads, [1]).gapsSinceLast[0]).toBeCloseTo(2);
});

test('who has not ordered has no rhythm, and is not to be asked for', () => {
  const { summary, heads } = bookOf(2, [[0, 5]]);
  expect(() => computeBuying(summary, heads, [1])).toThrow(RangeError);
});
