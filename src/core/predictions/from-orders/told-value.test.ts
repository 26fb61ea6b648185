import { expect, test } from 'vitest';
import { readTold, toldValue } from './told-value.ts';

test('a person reads days, pieces, money and per cent, not logarithms', () => {
  expect(toldValue('orders.daysSinceLastOrder', Math.log1p(29), 2)).toBe(29);
  expect(toldValue('orders.totalMinor', Math.log1p(123_456), 2)).toBe(1234.56);
  expect(toldValue('orders.totalMinor', Math.log1p(5_000), 0)).toBe(5000);
  expect(toldValue('orders.rhythmChance', 0, 2)).toBe(50);
  expect(toldValue('orders.trendOf90Days', -0.5, 2)).toBe(-0.5);
  expect(toldValue('activities.order', Math.log1p(3), 2)).toBe(3);
  expect(toldValue('employees', 12, 2)).toBe(12);
  expect(toldValue('orders.usualGapDays', null, 2)).toBeNull();
});

test('what is typed is read back as the model sees it', () => {
  for (const column of ['orders.totalMinor', 'orders.orders', 'orders.rhythmChance', 'employees'])
    for (const told of [1, 7, 40])
      expect(toldValue(column, readTold(column, told, 2), 2)).toBe(told);
});
