import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeLineTotal } from './line-total.ts';

/** Half away from zero, in whole numbers only: prices of 4 decimals, discounts of whole percents. */
const exactly = (quantity: number, tenthousandths: number, percent: number): number => {
  const scaled = BigInt(quantity) * BigInt(tenthousandths) * BigInt(100 - percent);
  const sign = scaled < 0n ? -1n : 1n;
  return Number(sign * ((sign * scaled * 2n + 10_000n) / 20_000n));
};

describe('the total of an order line', () => {
  test('is right to the cent for any quantity, price and discount', () => {
    const price = fc.integer({ min: -50_000_000, max: 50_000_000 });
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), price, percent, (quantity, units, off) => {
        const total = computeLineTotal(quantity, units / 10_000, 'EUR', off / 100);
        expect(total).toBe(exactly(quantity, units, off) || 0);
      }),
      { numRuns: 5000 },
    );
  });

  test('rounds half away from zero, once', () => {
    expect(computeLineTotal(1, 1.005, 'GBP')).toBe(101);
    expect(computeLineTotal(-1, 1.005, 'GBP')).toBe(-101);
    expect(computeLineTotal(3, 0.335, 'GBP')).toBe(101);
  });

  test('knows currencies without and with three decimals', () => {
    expect(computeLineTotal(2, 450, 'JPY')).toBe(900);
    expect(computeLineTotal(1, 1.2345, 'KWD')).toBe(1235);
  });
});
