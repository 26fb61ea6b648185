import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CustomValue } from '#core/record.ts';
import { columnKeys, emptyColumn, growColumn, putValue, valueAt } from './custom-column.ts';

const value: fc.Arbitrary<CustomValue> = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -9, max: 9 }),
  fc.boolean(),
  fc.constantFrom('bakery', 'café', '花店'),
);
const write = fc.tuple(fc.nat({ max: 11 }), value);

const filled = (writes: readonly (readonly [number, CustomValue])[]) => {
  const column = emptyColumn(6);
  writes.slice(0, 10).forEach(([ord, one]) => {
    putValue(column, ord % 6, one);
  });
  growColumn(column, 12);
  writes.slice(10).forEach(([ord, one]) => {
    putValue(column, ord, one);
  });
  return column;
};

test('a field gives back what was last written for each customer, numbers and words in any mixture', () => {
  fc.assert(
    fc.property(fc.array(write, { maxLength: 30 }), (writes) => {
      const plain: CustomValue[] = new Array(12).fill(null);
      writes.forEach(([ord, one], at) => {
        plain[at < 10 ? ord % 6 : ord] = one;
      });
      const column = filled(writes);
      expect(plain.map((_, ord) => valueAt(column, ord))).toEqual(plain);
    }),
  );
});

test('customers without a value have no key, equal values share one, numbers sort by size', () => {
  const numbers = filled([
    [0, 7],
    [1, -2],
    [2, 7],
  ]);
  expect([...columnKeys(numbers)].slice(0, 4)).toEqual([7, -2, 7, Number.NaN]);
  const words = filled([
    [0, 'florist'],
    [1, 'bakery'],
    [2, 'florist'],
    [3, ''],
  ]);
  const [florist, bakery, same, empty] = columnKeys(words);
  expect(bakery).toBeLessThan(florist ?? Number.NaN);
  expect(same).toBe(florist);
  expect(empty).toBeNaN();
});

test('yes stands after no', () => {
  const [yes, no] = columnKeys(
    filled([
      [0, true],
      [1, false],
    ]),
  );
  expect(yes).toBeGreaterThan(no ?? Number.NaN);
});
