import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLosses } from './compare-losses.ts';
import { shiftToMean } from './shift-to-mean.ts';

const chance = fc.double({ min: 0.02, max: 0.98, noNaN: true });

test('the mean is the one asked for, and nobody overtakes anybody', () => {
  fc.assert(
    fc.property(fc.array(chance, { minLength: 1, maxLength: 50 }), chance, (said, mean) => {
      const before = Float32Array.from(said);
      const after = shiftToMean(before, mean);
      expect(after.reduce((sum, value) => sum + value, 0) / after.length).toBeCloseTo(mean, 4);
      before.forEach((value, at) => {
        before.forEach((other, beside) => {
          if (value < other) expect(after[at]).toBeLessThanOrEqual(after[beside] ?? 1);
        });
      });
    }),
  );
});

test('rows of one owner that go alike count once in the error of a comparison', () => {
  const [theirs, ours, labels] = [
    [0.5, 0.4, 0.7, 0.2],
    [0.6, 0.7, 0.5, 0.1],
    [1, 1, 0, 0],
  ];
  const once = compareLosses(theirs, ours, labels);
  const [all, alike] = [
    [...theirs, ...theirs],
    [...ours, ...ours],
  ];
  const owners = [1, 2, 3, 4, 1, 2, 3, 4];
  const twice = compareLosses(all, alike, [...labels, ...labels], owners);
  expect(twice.mean).toBeCloseTo(once.mean, 12);
  expect(twice.error).toBeCloseTo(once.error, 12);
  expect(compareLosses(all, alike, [...labels, ...labels]).error).toBeLessThan(once.error);
});
