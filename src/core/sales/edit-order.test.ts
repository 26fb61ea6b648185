import { describe, expect, test } from 'vitest';
import { discountAbove } from './discount-limit.ts';
import {
  addProduct,
  changeKind,
  changeLine,
  discountOrder,
  orderFromQuote,
  removeLine,
  repeatOrder,
  returnOrder,
  startOrder,
} from './edit-order.ts';
import { packGap } from './pack-check.ts';
import type { Product } from './product.ts';

const tea: Product = {
  id: 'tea',
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  sku: 'T-1',
  name: 'Tea',
  packSize: 6,
  price: 3.335,
  currency: 'EUR',
  custom: {},
};
const cup: Product = { ...tea, id: 'cup', sku: 'C-1', name: 'Cup', packSize: 1, price: 10 };
const start = {
  id: 'o1',
  now: 1,
  date: '2026-11-26',
  customerId: 'c',
  kind: 'order',
  currency: 'EUR',
} as const;
const taken = addProduct(addProduct(startOrder(start), tea, 0.19), cup, 0.19);

describe('an order being taken', () => {
  test('grows by a whole pack with every tap, and shows it in its total', () => {
    const twice = addProduct(taken, tea, 0.19);
    expect(twice.lines.map(({ quantity }) => quantity)).toEqual([12, 1]);
    expect(twice.totalMinor).toBe(4002 + 1000);
  });

  test('keeps a price somebody wrote, and counts a discount of the whole order', () => {
    const cheap = discountOrder(changeLine(taken, 1, { unitPrice: 8.5 }), 0.1);
    expect(cheap.lines[1]?.totalMinor).toBe(850);
    expect(cheap.totalMinor).toBe(2851 - 285);
    expect(discountOrder(cheap, 0)).not.toHaveProperty('discount');
  });

  test('does not take the price of another currency for its own', () => {
    const yen = startOrder({ ...start, currency: 'JPY' });
    expect(addProduct(yen, tea, 0).lines[0]?.unitPrice).toBe(0);
  });

  test('becomes a return with every sum turned, and an order again', () => {
    const back = changeKind(taken, 'return');
    expect(back).toMatchObject({ kind: 'return', totalMinor: -taken.totalMinor });
    expect(changeKind(back, 'order')).toEqual(taken);
    expect(changeKind(taken, 'quote').totalMinor).toBe(taken.totalMinor);
  });

  test('loses a line that was removed', () => {
    expect(removeLine(taken, 0).lines.map(({ productId }) => productId)).toEqual(['cup']);
  });
});

describe('an order made from another', () => {
  test('repeats the goods at today’s price, and what came back is not repeated', () => {
    const before = changeLine(taken, 0, { unitPrice: 3, quantity: 18 });
    const again = repeatOrder(before, { ...start, id: 'o2' }, new Map([['tea', tea]]));
    expect(again.lines[0]).toMatchObject({ quantity: 18, unitPrice: 3.335 });
    expect(again.lines[1]).toMatchObject({ quantity: 1, unitPrice: 10 });
    const back = changeLine(taken, 0, { quantity: -6 });
    expect(repeatOrder(back, start, new Map()).lines).toHaveLength(1);
  });

  test('comes back with every sum below zero', () => {
    const sold = discountOrder(changeLine(taken, 0, { discount: 0.05 }), 0.1);
    const back = returnOrder(sold, { ...start, id: 'r1' });
    expect(back).toMatchObject({ kind: 'return', fromId: 'o1', totalMinor: -sold.totalMinor });
    expect(back.lines.every(({ quantity, totalMinor }) => quantity < 0 && totalMinor < 0)).toBe(
      true,
    );
    expect(addProduct(back, cup, 0).lines.at(-1)?.quantity).toBe(-2);
  });

  test('is the accepted quote to the cent', () => {
    const quote = discountOrder({ ...taken, kind: 'quote', note: 'until Friday' }, 0.1);
    const order = orderFromQuote(quote, { ...start, id: 'o3' });
    expect(order).toMatchObject({
      kind: 'order',
      fromId: 'o1',
      note: 'until Friday',
      totalMinor: quote.totalMinor,
    });
  });
});

describe('the discount limit', () => {
  const list = (id: string) => ({ tea: 3.335, cup: 10 })[id];
  test('counts the discounts of line and order together', () => {
    expect(discountAbove(discountOrder(taken, 0.1), 0.1, list)).toBeUndefined();
    const both = discountOrder(changeLine(taken, 0, { discount: 0.05 }), 0.1);
    expect(discountAbove(both, 0.1, list)).toBeCloseTo(0.145);
  });

  test('is not passed by with a lower price', () => {
    expect(discountAbove(changeLine(taken, 1, { unitPrice: 8 }), 0.1, list)).toBeCloseTo(0.2);
    expect(discountAbove(changeLine(taken, 1, { unitPrice: 12 }), 0.1, list)).toBeUndefined();
  });

  test('asks nothing of goods coming back', () => {
    expect(discountAbove(returnOrder(discountOrder(taken, 0.5), start), 0.1, list)).toBeUndefined();
  });
});

test('a quantity that is no whole pack is told the whole ones beside it', () => {
  expect(packGap(12, 6)).toBeUndefined();
  expect(packGap(8, 6)).toEqual({ below: 6, above: 12 });
  expect(packGap(-8, 6)).toEqual({ below: 6, above: 12 });
  expect(packGap(0.75, 0.25)).toBeUndefined();
  expect(packGap(5, undefined)).toBeUndefined();
});
