import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { countDifferentRows } from '#core/segments/lloyd.ts';
import { clusterRows } from './cluster-rows.ts';
import { measureCounts } from './measure-counts.ts';

const turns = { stopped: async () => false, onFraction: () => undefined };

test('a million customers are clustered and judged in seconds, equal ones counted at once', async () => {
  const random = seededRandom(1);
  const rows = 1_000_000;
  const values = Float64Array.from(
    { length: rows },
    (_, row) => (row % 4) * 5 + (row % 11) * 0.1 + 0.2 * normalFrom(random),
  );
  const matrix = { rows, width: 1, values };
  const equal = { rows, width: 1, values: new Float64Array(rows) };
  expect(countDifferentRows(equal, 3)).toBe(1);
  const counts = await measureCounts(matrix, [4], 0, turns);
  expect(counts?.[0]?.stability).toBeGreaterThan(0.99);
  const found = await clusterRows(matrix, 4, 0, turns, { restarts: 2 });
  if (!found.ok) throw new Error(found.refusal.code);
  expect([...found.value.assignment.sizes]).toEqual([250_000, 250_000, 250_000, 250_000]);
});
