import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeLineTotal } from './line-total.ts';
import type { OrderLine } from './order.ts';
import { totalOrder } from './order-totals.ts';

/** Half away from zero, in whole numbers only. */
const divide = (amount: bigint, by: bigint): bigint => {
  const sign = amount < 0n ? -1n : 1n;
  return sign * ((sign * amount * 2n + by) / (2n * by));
};

type Sold = {
  readonly quantity: number;
  /** Ten-thousandths of a major unit. */
  readonly price: number;
  /** Whole percents. */
  readonly off: number;
  /** Hundredths of a percent. */
  readonly rate: number;
};

/** The same order in whole numbers: no float is touched until the sums are done. */
const exactly = (sold: readonly Sold[], digits: number, off: number) => {
  const nets = new Map<number, bigint>();
  let goods = 0n;
  const unit = 10n ** BigInt(digits);
  for (const { quantity, price, off: lineOff, rate } of sold) {
    const full = BigInt(quantity) * BigInt(price) * unit;
    goods += divide(full, 10_000n);
    const line = divide(full * BigInt(100 - lineOff), 1_000_000n);
    nets.set(rate, (nets.get(rate) ?? 0n) + line);
  }
  let net = 0n;
  let tax = 0n;
  for (const [rate, sum] of nets) {
    const left = sum - divide(sum * BigInt(off), 100n);
    net += left;
    tax += divide(left * BigInt(rate), 10_000n);
  }
  return { goodsMinor: Number(goods), netMinor: Number(net), taxMinor: Number(tax) };
};

const linesOf = (sold: readonly Sold[], currency: string): OrderLine[] =>
  sold.map(({ quantity, price, off, rate }) => ({
    productId: 'p',
    quantity,
    unitPrice: price / 10_000,
    discount: off / 100,
    tax: rate / 10_000,
    totalMinor: computeLineTotal(quantity, price / 10_000, currency, off / 100),
  }));

const sold = fc.record({
  quantity: fc.integer({ min: -9999, max: 9999 }),
  price: fc.integer({ min: 0, max: 50_000_000 }),
  off: fc.integer({ min: 0, max: 100 }),
  rate: fc.constantFrom(0, 500, 700, 825, 1900, 2000, 2150),
});
const currencies = { EUR: 2, JPY: 0, KWD: 3 } as const;
const currency = fc.constantFrom<keyof typeof currencies>('EUR', 'JPY', 'KWD');

describe('the sums of an order', () => {
  test('are right to the smallest coin, whatever is sold at whatever discount and tax', () => {
    fc.assert(
      fc.property(
        fc.array(sold, { maxLength: 12 }),
        currency,
        fc.integer({ min: 0, max: 100 }),
        (all, money, off) => {
          const totals = totalOrder({
            lines: linesOf(all, money),
            currency: money,
            discount: off / 100,
          });
          const exact = exactly(all, currencies[money], off);
          expect(totals).toMatchObject(exact);
          expect(totals.grossMinor).toBe(exact.netMinor + exact.taxMinor);
          expect(totals.goodsMinor - totals.discountMinor).toBe(totals.netMinor);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('of goods coming back are those of the sale with the sign turned', () => {
    fc.assert(
      fc.property(
        fc.array(sold, { maxLength: 8 }),
        fc.integer({ min: 0, max: 100 }),
        (all, off) => {
          const back = all.map((line) => ({ ...line, quantity: -line.quantity }));
          const out = totalOrder({
            lines: linesOf(all, 'EUR'),
            currency: 'EUR',
            discount: off / 100,
          });
          const home = totalOrder({
            lines: linesOf(back, 'EUR'),
            currency: 'EUR',
            discount: off / 100,
          });
          expect(home.grossMinor + out.grossMinor).toBe(0);
          expect(home.netMinor + out.netMinor).toBe(0);
        },
      ),
    );
  });

  test('name every tax rate once, the lowest first', () => {
    const lines = linesOf(
      [
        { quantity: 1, price: 10_000, off: 0, rate: 1900 },
        { quantity: 2, price: 10_000, off: 0, rate: 700 },
        { quantity: 1, price: 5_000, off: 0, rate: 1900 },
      ],
      'EUR',
    );
    expect(totalOrder({ lines, currency: 'EUR' }).taxes).toEqual([
      { rate: 0.07, netMinor: 200, taxMinor: 14 },
      { rate: 0.19, netMinor: 150, taxMinor: 29 },
    ]);
  });
});
