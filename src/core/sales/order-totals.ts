import { computeLineTotal } from './line-total.ts';
import type { Order, OrderLine } from './order.ts';

/** What one tax rate brings: the goods it falls on, and itself. */
export type TaxTotal = {
  /** 0..1 */
  readonly rate: number;
  readonly netMinor: number;
  readonly taxMinor: number;
};

/** All sums of an order, in whole minor units of its currency. */
export type OrderTotals = {
  /** Quantity × price, before any discount. */
  readonly goodsMinor: number;
  /** What the discounts of the lines and of the whole order take off. */
  readonly discountMinor: number;
  /** After discounts, before tax: what `order.totalMinor` holds. */
  readonly netMinor: number;
  /** By rate, the lowest first. */
  readonly taxes: readonly TaxTotal[];
  readonly taxMinor: number;
  readonly grossMinor: number;
};

/** Shares are exact to a millionth: 8.875 % is 88,750 of them. */
const millionths = 1_000_000n;

/** A share (0..1) of an amount in whole minor units, rounded once, half away from zero. Exact. */
export const shareOf = (amountMinor: number, share: number): number => {
  const scaled = BigInt(amountMinor) * BigInt(Math.round(share * Number(millionths)));
  const sign = scaled < 0n ? -1n : 1n;
  return Number(sign * ((sign * scaled * 2n + millionths) / (2n * millionths))) || 0;
};

const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

const byRate = (lines: readonly OrderLine[]): [number, number][] => {
  const sums = new Map<number, number>();
  for (const { tax = 0, totalMinor } of lines) sums.set(tax, (sums.get(tax) ?? 0) + totalMinor);
  return [...sums].sort(([a], [b]) => a - b);
};

/**
 * The sums of an order as EN 16931 makes them: a line is rounded once; lines are summed per tax rate
 * (BR-CO-10); the discount of the whole order is an allowance per rate (BG-20, BR-CO-13); the tax of a
 * rate is its net × rate, rounded once (BR-CO-17). Half away from zero, so that a return of all lines
 * is exactly the order with the sign turned.
 */
export const totalOrder = ({
  lines,
  currency,
  discount = 0,
}: Pick<Order, 'lines' | 'currency' | 'discount'>): OrderTotals => {
  const goodsMinor = sumOf(
    lines.map(({ quantity, unitPrice }) => computeLineTotal(quantity, unitPrice, currency)),
  );
  const taxes = byRate(lines).map(([rate, sumMinor]) => {
    const netMinor = sumMinor - shareOf(sumMinor, discount);
    return { rate, netMinor, taxMinor: shareOf(netMinor, rate) };
  });
  const netMinor = sumOf(taxes.map((tax) => tax.netMinor));
  const taxMinor = sumOf(taxes.map((tax) => tax.taxMinor));
  return {
    goodsMinor,
    discountMinor: goodsMinor - netMinor || 0,
    netMinor,
    taxes,
    taxMinor,
    grossMinor: netMinor + taxMinor,
  };
};
