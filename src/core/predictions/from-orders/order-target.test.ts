import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { arrangeOrders, type OrderHistory } from './order-history.ts';
import { isAskedOf, nameOrderTarget, readOrderTargetName } from './order-target.ts';
import { pastOfCustomer } from './past-of-customer.ts';
import { productColumns } from './product-columns.ts';

type Event = { readonly day: number; readonly products: readonly number[]; readonly kind: number };

const historyOf = (events: readonly Event[]): OrderHistory =>
  arrangeOrders(
    [
      {
        customer: Int32Array.from(events, () => 0),
        day: Int32Array.from(events, ({ day }) => day),
        kind: Uint8Array.from(events, ({ kind }) => kind),
        totalMinor: Float64Array.from(events, () => 1000),
        products: events.map(({ products }) => products),
      },
    ],
    1,
  );

const on = (...days: number[]): Event[] =>
  days.map((day) => ({ day, products: [0], kind: orderKindCodes.order }));
const tea = (product: number) => product === 0;
const knownOn = (events: readonly Event[], day: number) =>
  productColumns(
    historyOf(events),
    { customer: Int32Array.of(0), asOf: Int32Array.of(day) },
    tea,
  ).map(({ values }) => values[0]);

test('of a product it is known how often, how often of late and how long ago it was bought', () => {
  const back = { day: 480, products: [0], kind: orderKindCodes.return };
  const other = { day: 490, products: [1], kind: orderKindCodes.order };
  expect(knownOn([...on(200, 400, 450), back, other], 500)).toEqual([3, 2, 50]);
  expect(knownOn([other], 500)).toEqual([0, 0, null]);
});

test('nothing bought on the day itself or later changes what was known of a product', () => {
  const event = fc.record({
    day: fc.integer({ min: 0, max: 600 }),
    products: fc.subarray([0, 1, 2]),
    kind: fc.constantFrom(orderKindCodes.order, orderKindCodes.return),
  });
  fc.assert(
    fc.property(fc.array(event), fc.integer({ min: 1, max: 500 }), (events, day) => {
      const before = events.filter((one) => one.day < day);
      expect(knownOn(events, day)).toEqual(knownOn(before, day));
    }),
  );
});

test('who stops is asked of those with a rhythm who have not stopped', () => {
  const asked = (days: readonly number[], asOf: number) =>
    isAskedOf({ kind: 'lost' }, pastOfCustomer(historyOf(on(...days)), 0, asOf));
  expect(asked([100, 130, 160], 200)).toBe(true);
  expect(asked([100, 130, 160], 160 + 61)).toBe(false);
  expect(asked([100, 150, 200], 200 + 100)).toBe(true);
  expect(asked([100, 130], 150)).toBe(false);
  expect(isAskedOf({ kind: 'buys', withinDays: 30 }, pastOfCustomer(historyOf([]), 0, 9))).toBe(
    false,
  );
});

test('a question is found again by its name, a column is not one', () => {
  expect(readOrderTargetName(nameOrderTarget({ kind: 'lost' }))).toEqual({ kind: 'lost' });
  const buys = { kind: 'buys', withinDays: 60 } as const;
  expect(readOrderTargetName(nameOrderTarget(buys))).toEqual(buys);
  const named = nameOrderTarget({ ...buys, category: 'c' }, 'Tea, within reach');
  expect(readOrderTargetName(named)).toEqual({ ...buys, product: 'Tea, within reach' });
  expect(readOrderTargetName('renewed')).toBeUndefined();
});
