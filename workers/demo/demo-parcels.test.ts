import { expect, test } from 'vitest';
import { firstCustomers, parcelsOf } from './demo-parcels.ts';
import { generateDemo } from './generate.ts';
import type { UsualMonth } from './make-targets.ts';

const count = firstCustomers + 1_000 + 50;
const demo = generateDemo({
  importId: 'demo-1',
  customers: count,
  seed: 1,
  now: Date.UTC(2025, 8, 15),
  currency: 'EUR',
});
const asked: UsualMonth[] = [];
const parcels = [
  ...parcelsOf(demo, count, (usual) => {
    asked.push(usual);
    return [];
  }),
];

test('the first parcel is small and whole: customers, and all that belongs to them', () => {
  const [first] = parcels;
  const ids = new Set(first?.records.customers?.map(({ id }) => id));
  expect(ids.size).toBe(firstCustomers);
  const { products, fieldDefinitions, orders = [], activities = [] } = first?.records ?? {};
  expect(products).toEqual(demo.products);
  expect(fieldDefinitions).toEqual(demo.fieldDefinitions);
  const sold = Array.from({ length: firstCustomers }, (_, at) => demo.customerAt(at).orders);
  expect(orders).toEqual(sold.flat());
  expect(activities.length).toBeGreaterThan(0);
  expect(activities.every(({ customerId }) => ids.has(customerId))).toBe(true);
});

test('all parcels together are the demo, customer by customer, and nothing twice', () => {
  const made = Array.from({ length: count }, (_, at) => {
    const one = demo.customerAt(at);
    return { ...one, ...demo.dealingsOf(at, one) };
  });
  expect(parcels.flatMap(({ records }) => records.customers ?? [])).toEqual(
    made.map(({ customer }) => customer),
  );
  for (const table of ['orders', 'activities', 'contacts', 'tasks', 'deals', 'consents'] as const)
    expect(parcels.flatMap(({ records }): readonly object[] => records[table] ?? [])).toEqual(
      made.flatMap((one): readonly object[] => one[table]),
    );
  const revenue = made.flatMap(({ orders }) => orders.map(({ totalMinor }) => totalMinor));
  expect(asked.map(({ revenueMinor }) => revenueMinor * 24)).toEqual([
    expect.closeTo(
      revenue.reduce((sum, one) => sum + one, 0),
      0,
    ),
  ]);
});

test('between the first and the last parcel, orders and activities come in whole chunks', () => {
  for (const table of ['orders', 'activities'] as const) {
    const sizes = parcels.map(({ records }) => records[table]?.length ?? 0).filter(Boolean);
    expect(sizes.slice(1, -1).filter((size) => size % 1_000 !== 0)).toEqual([]);
  }
});
