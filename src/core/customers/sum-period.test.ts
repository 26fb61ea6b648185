import { expect, test } from 'vitest';
import { sumPeriod } from './sum-period.ts';

const orders = [
  {
    customer: Int32Array.of(0, 0, 1, 2, 0, -1),
    day: Int32Array.of(9, 10, 20, 15, 21, 15),
    kind: Uint8Array.of(0, 0, 1, 2, 0, 0),
    totalMinor: Float64Array.of(1, 500, 200, 9_000, 7, 80),
  },
];
const activities = [
  {
    customer: Int32Array.of(0, 1, 1, 3),
    day: Int32Array.of(10, 12, 12, 12),
    isVisit: Uint8Array.of(1, 1, 0, 1),
    isContact: Uint8Array.of(1, 1, 1, 1),
  },
];

test('a period holds its first and last day; returns take off, quotes and strangers do not count', () => {
  const sums = sumPeriod(
    {
      orders,
      activities,
      firstOrderDays: Int32Array.of(9, 20, 15, 12),
      isThere: (customer) => customer >= 0 && customer < 3,
    },
    { fromDay: 10, toDay: 20 },
  );
  expect(sums).toEqual({ revenueMinor: 300, orders: 1, visits: 2, newCustomers: 2 });
});
