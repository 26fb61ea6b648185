import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityOutcomes } from '#core/customers/activity.ts';
import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { arrangeActivities } from './activity-history.ts';
import { buysWithin, isLostAfter, lostHorizon, silenceLimit } from './labels-after.ts';
import { arrangeOrders, type OrderEvents } from './order-history.ts';
import { pastOfCustomer } from './past-of-customer.ts';
import { rhythmOf } from './rhythm-columns.ts';
import { snapshotDays } from './snapshot-days.ts';
import { makeSnapshotTable } from './snapshot-table.ts';

type Event = {
  readonly customer: number;
  readonly day: number;
  readonly total: number;
  readonly kind?: keyof typeof orderKindCodes;
  readonly discount?: number;
  readonly products?: readonly number[];
};

const eventsOf = (events: readonly Event[]): OrderEvents => ({
  customer: Int32Array.from(events, ({ customer }) => customer),
  day: Int32Array.from(events, ({ day }) => day),
  kind: Uint8Array.from(events, ({ kind = 'order' }) => orderKindCodes[kind]),
  totalMinor: Float64Array.from(events, ({ total }) => total),
  discountMinor: Float64Array.from(events, ({ discount = 0 }) => discount),
  products: events.map(({ products = [] }) => products),
});

const at = (customer: number, ...days: number[]): Event[] =>
  days.map((day) => ({ customer, day, total: 1000 }));
const historyOf = (events: readonly Event[], customers = 3) =>
  arrangeOrders([eventsOf(events)], customers);

/** The features of one customer by name. */
const featuresOf = (events: readonly Event[], customer: number, asOf: number) => {
  const table = makeSnapshotTable(historyOf(events), Uint32Array.of(customer), [asOf], asOf);
  return Object.fromEntries(table.columns.map(({ name, values }) => [name, values[0]]));
};

describe('what is known of a customer on a morning', () => {
  test('recency, frequency, rhythm and tenure are those of the days before', () => {
    expect(featuresOf(at(0, 500, 530, 530, 590, 595), 0, 600)).toMatchObject({
      daysSinceLastOrder: 5,
      daysSinceFirstOrder: 100,
      orders: 5,
      orderDays: 4,
      boughtAgain: 1,
      usualGapDays: 30,
      overdueRatio: 5 / 30,
      ordersIn30Days: 2,
      ordersIn90Days: 4,
    });
  });

  test('value, discounts, returns and breadth', () => {
    const features = featuresOf(
      [
        { customer: 1, day: 400, total: 6000, discount: 2000, products: [1, 2] },
        { customer: 1, day: 500, total: 2000, products: [2, 3] },
        { customer: 1, day: 510, total: -800, kind: 'return', products: [3] },
        { customer: 1, day: 520, total: 99_999, kind: 'quote', products: [9] },
      ],
      1,
      600,
    );
    expect(features).toMatchObject({
      totalMinor: 8000,
      meanOrderMinor: 4000,
      largestOrderMinor: 6000,
      lastOrderMinor: 2000,
      products: 3,
      discountShare: 0.2,
      returnedShare: 0.1,
      returns: 1,
      orders: 2,
    });
  });

  test('the trend compares the last 90 days with the 90 before', () => {
    expect(featuresOf(at(0, 1, 450, 550, 580, 599), 0, 600).trendOf90Days).toBe(0.5);
    expect(featuresOf(at(0, 1, 430, 440), 0, 600).trendOf90Days).toBe(-1);
  });

  test('somebody who bought once has no usual gap, and nobody knows how overdue', () => {
    expect(featuresOf(at(0, 550), 0, 600)).toMatchObject({
      usualGapDays: null,
      overdueRatio: null,
      boughtAgain: 0,
    });
  });

  test('a window longer than the book is old is left out', () => {
    const names = Object.keys(featuresOf(at(0, 500, 550), 0, 600));
    expect(names).toContain('ordersIn90Days');
    expect(names).not.toContain('ordersIn180Days');
    expect(names).not.toContain('trendOf90Days');
  });

  test('who has not ordered yet is in no snapshot, and an order of the day itself does not count', () => {
    const history = historyOf([...at(0, 500), ...at(1, 600)]);
    const table = makeSnapshotTable(history, Uint32Array.of(0, 1, 2), [600], 600);
    expect([...table.customer]).toEqual([0]);
  });

  test('activities count by what came of them, in the 180 days before', () => {
    const outcomes = ['interested', 'interested', 'complaint', 'complaint'] as const;
    const activities = arrangeActivities(
      {
        customer: Int32Array.of(0, 0, 0, 0),
        day: Int32Array.of(599, 420, 419, 600),
        outcome: Uint8Array.from(outcomes, (outcome) => activityOutcomes.indexOf(outcome)),
      },
      3,
    );
    const history = historyOf(at(0, 500));
    const { columns } = makeSnapshotTable(history, Uint32Array.of(0), [600], 600, activities);
    const countOf = (name: string) => columns.find((column) => column.name === name)?.values[0];
    expect(countOf('activities.interested')).toBe(2);
    expect(countOf('activities.complaint')).toBe(0);
  });

  test('two orders of one day are one purchase of the rhythm', () => {
    const history = historyOf(at(0, 500, 500, 530));
    expect(rhythmOf(pastOfCustomer(history, 0, 601))).toEqual({ repeats: 1, last: 30, age: 100 });
  });
});

const anyEvent: fc.Arbitrary<Event> = fc.record({
  customer: fc.nat(2),
  day: fc.integer({ min: 0, max: 1000 }),
  total: fc.integer({ min: -5000, max: 50_000 }),
  kind: fc.constantFrom('order', 'order', 'order', 'return', 'quote'),
  discount: fc.nat(500),
  products: fc.array(fc.nat(9), { maxLength: 3 }),
});
const anyActivity = fc.record({
  customer: fc.nat(2),
  day: fc.integer({ min: 0, max: 1000 }),
  outcome: fc.nat(activityOutcomes.length - 1),
});

type Activity = { readonly customer: number; readonly day: number; readonly outcome: number };
const activitiesOf = (activities: readonly Activity[]) =>
  arrangeActivities(
    {
      customer: Int32Array.from(activities, ({ customer }) => customer),
      day: Int32Array.from(activities, ({ day }) => day),
      outcome: Uint8Array.from(activities, ({ outcome }) => outcome),
    },
    3,
  );

test('nothing that happens on the as-of day or later changes any feature', () => {
  const everybody = Uint32Array.of(0, 1, 2);
  const first: Event = { customer: 0, day: 0, total: 1 };
  fc.assert(
    fc.property(
      fc.array(anyEvent, { maxLength: 40 }),
      fc.array(anyEvent, { maxLength: 20 }),
      fc.array(anyActivity, { maxLength: 20 }),
      fc.integer({ min: 1, max: 900 }),
      (events, others, activities, asOf) => {
        const past = [first, ...events.filter(({ day }) => day < asOf)];
        const future = others.map((event) => ({ ...event, day: asOf + (event.day % 300) }));
        const tableOf = (orders: readonly Event[], done: readonly Activity[]) =>
          makeSnapshotTable(historyOf(orders), everybody, [asOf], asOf, activitiesOf(done));
        const before = tableOf(
          past,
          activities.filter(({ day }) => day < asOf),
        );
        expect(tableOf([...future, first, ...events], activities)).toEqual(before);
        expect(before.columns.every(({ values }) => values.length === before.customer.length)).toBe(
          true,
        );
      },
    ),
  );
});

describe('what came after', () => {
  const bag = (day: number, ...products: number[]): Event => ({
    customer: 0,
    day,
    total: 1,
    products,
  });

  test('the day itself is inside the window, the day after its end is not', () => {
    const history = historyOf(at(0, 500, 590));
    expect(buysWithin(history, 0, 590, 1)).toBe(true);
    expect(buysWithin(history, 0, 591, 90)).toBe(false);
    expect(buysWithin(history, 0, 501, 89)).toBe(false);
    expect(buysWithin(history, 0, 501, 90)).toBe(true);
  });

  test('a product or a category is asked for by its products; what comes back was not bought', () => {
    const history = historyOf([bag(510, 4), { ...bag(520, 7), kind: 'return', total: -1 }]);
    expect(buysWithin(history, 0, 500, 90, (product) => product === 4)).toBe(true);
    expect(buysWithin(history, 0, 500, 90, (product) => product === 7)).toBe(false);
  });

  test('lost means silent for twice the usual gap, at least 60 days and at most 180', () => {
    expect(silenceLimit([])).toBe(60);
    expect(silenceLimit([10, 12, 15])).toBe(60);
    expect(silenceLimit([50])).toBe(100);
    expect(silenceLimit([200])).toBe(lostHorizon);
    const history = historyOf([...at(0, 400, 450, 500, 599), ...at(1, 400, 450, 500, 601)]);
    expect(isLostAfter(history, 0, 501)).toBe(false);
    expect(isLostAfter(history, 1, 501)).toBe(true);
  });
});

describe('the days training looks from', () => {
  test('every label window ends by the as-of day, and every past holds half a horizon', () => {
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(4000), fc.integer({ min: 7, max: 365 }), (a, b, horizon) => {
        const [first, asOf] = [Math.min(a, b), Math.max(a, b)];
        const days = snapshotDays(first, asOf, horizon);
        expect(days.every((day) => day + horizon <= asOf)).toBe(true);
        expect(days.every((day) => day - first >= horizon / 2 - 1)).toBe(true);
        expect(new Set(days).size).toBe(days.length);
      }),
    );
  });

  test('a long book is looked at over more than a year, a short one as often as it allows', () => {
    const long = snapshotDays(0, 3000, 90);
    expect((long[0] ?? 0) - (long.at(-1) ?? 0)).toBeGreaterThan(365);
    expect(snapshotDays(0, 191, 90)).toEqual([101, 86, 71, 56]);
    expect(snapshotDays(0, 100, 90)).toEqual([]);
  });
});
