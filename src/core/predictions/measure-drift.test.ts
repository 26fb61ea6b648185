import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { measureDrift } from './measure-drift.ts';
import { codeOf, fitCuts } from './trees/binned-table.ts';

const random = seededRandom(3);
const sample = (shift: number) =>
  Float64Array.from({ length: 3000 }, () => normalFrom(random) + shift);

test('a column that moved by half its spread has drifted, one that stayed has not', () => {
  const first = sample(0);
  const cuts = fitCuts(first);
  const table = (values: Float64Array) => ({
    rows: values.length,
    columns: [
      {
        codes: Uint8Array.from(values, (value) => codeOf(cuts, value)),
        bins: cuts.length + 2,
        isChoice: false,
      },
    ],
  });
  const [stayed = 1] = measureDrift(table(first), table(sample(0)));
  const [moved = 0] = measureDrift(table(first), table(sample(0.6)));
  expect(stayed).toBeLessThan(0.02);
  expect(moved).toBeGreaterThan(0.2);
});
