import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '#core/day-number.ts';
import { expectedPurchases, fitBgNbd } from '#core/predictions/from-orders/bg-nbd.ts';
import { fitGammaGamma } from '#core/predictions/from-orders/gamma-gamma.ts';
import { arrangeOrders } from '#core/predictions/from-orders/order-history.ts';
import { pastOfCustomer } from '#core/predictions/from-orders/past-of-customer.ts';
import { gatherRhythms, rhythmOf } from '#core/predictions/from-orders/rhythm-columns.ts';

const file = new URL('../../../../shared/data/transactions/cdnow-sample.txt', import.meta.url);
const isHere = existsSync(file);

const finish = <T>(generator: Generator<unknown, T>): T => {
  for (;;) {
    const step = generator.next();
    if (step.done) return step.value;
  }
};

/** Fields: an id of the whole shop, one of the sample, the day, pieces, dollars. */
const readPurchases = () => {
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/u);
  return rows.map((row) => {
    const [, id = '', day = '', , dollars = ''] = row.trim().split(/\s+/u);
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
    return { customer: Number(id) - 1, day: dayNumber(date), cents: Number(dollars) * 100 };
  });
};

describe.skipIf(!isHere)('CDNOW, a tenth (skipped: shared data absent)', () => {
  const purchases = isHere ? readPurchases() : [];
  const customers = Math.max(0, ...purchases.map(({ customer }) => customer + 1));
  const history = arrangeOrders(
    [
      {
        customer: Int32Array.from(purchases, ({ customer }) => customer),
        day: Int32Array.from(purchases, ({ day }) => day),
        kind: new Uint8Array(purchases.length),
        totalMinor: Float64Array.from(purchases, ({ cents }) => cents),
      },
    ],
    customers,
  );
  // The first 39 weeks, to the end of September 1997.
  const asOf = dayNumber('1997-10-01');
  const pasts = Array.from({ length: customers }, (_, one) => pastOfCustomer(history, one, asOf));

  test('BG/NBD by weeks is the published r .243, α 4.414, a .793, b 2.426', () => {
    expect(pasts.filter(({ days }) => days.length > 0)).toHaveLength(2357);
    const rhythms = gatherRhythms(pasts);
    const inWeeks = (days: ArrayLike<number>) => Float64Array.from(days, (day) => day / 7);
    const model = finish(
      fitBgNbd({ ...rhythms, last: inWeeks(rhythms.last), age: inWeeks(rhythms.age) }),
    );
    expect(model.r).toBeCloseTo(0.243, 3);
    expect(model.alpha).toBeCloseTo(4.414, 2);
    expect(model.a).toBeCloseTo(0.793, 2);
    expect(model.b).toBeCloseTo(2.426, 2);
  });

  test('by days the scale is seven times as large, and the 39 weeks that follow are foretold within 15 %', () => {
    const model = finish(fitBgNbd(gatherRhythms(pasts)));
    expect(model.alpha / 7).toBeCloseTo(4.414, 2);
    expect(model.b).toBeCloseTo(2.426, 2);
    const later = asOf + 39 * 7;
    const said = pasts.reduce(
      (sum, past) => sum + expectedPurchases(model, rhythmOf(past), 39 * 7),
      0,
    );
    const came = pasts.reduce(
      (sum, past, one) => sum + pastOfCustomer(history, one, later).days.length - past.days.length,
      0,
    );
    expect(Math.abs(said / came - 1)).toBeLessThan(0.15);
  });

  test('gamma-gamma of the repeat purchases is the published p 6.25, q 3.74, v 15.45', () => {
    const repeats = pasts.flatMap(({ days, orderDays, totals }) => {
      const [first] = days;
      const later = totals.filter((_, at) => orderDays[at] !== first);
      const mean = later.reduce((sum, cents) => sum + cents / 100, 0) / (days.length - 1);
      return days.length > 1 && mean > 0 ? [{ purchases: days.length - 1, mean }] : [];
    });
    const model = finish(
      fitGammaGamma({
        purchases: repeats.map(({ purchases: count }) => count),
        mean: repeats.map(({ mean }) => mean),
      }),
    );
    expect(model.p).toBeCloseTo(6.25, 1);
    expect(model.q).toBeCloseTo(3.74, 1);
    expect(model.v).toBeCloseTo(15.45, 0);
  });
});
