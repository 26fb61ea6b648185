import { describe, expect, test } from 'vitest';
import { fitRecipe } from '#core/predictions/fit-recipe.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import { incompleteness } from '#core/predictions/reasons/contribution.ts';
import { pickBackground } from '#core/predictions/reasons/pick-background.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { tableOf } from '#core/predictions/reasons/table-of.ts';
import { fitRichRecipe } from '#core/predictions/rich-recipe.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import { binRows, fitBins } from '#core/predictions/trees/bin-rows.ts';
import { boostTrees } from '#core/predictions/trees/boost-trees.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { boostRules } from '#workers/learn/ensemble/fit-trees-member.ts';
import { initialWeights } from '#workers/learn/simd/initial-weights.ts';
import { startBackend } from '#workers/learn/start-backend.ts';
import { takeTurns } from '#workers/learn/take-turns.ts';
import { attributeRows } from './attribute-rows.ts';
import { modelLogits } from './model-logits.ts';
import { openGround } from './open-ground.ts';

const turns = takeTurns({ signal: new AbortController().signal, beat: () => undefined });
await startBackend('simd');

const names = ['age', 'visits', 'trade', 'orders', 'same'];
const trades = ['bakery', 'florist', 'garage'];

const rowsOf = (count: number, seed: number): SourceRow[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => [
    random() < 0.1 ? null : Math.round(45 + 12 * normalFrom(random)),
    Math.floor(random() * 9),
    trades[Math.floor(random() * 3)] ?? 'garage',
    Math.round(20 * random()),
    7,
  ]);
};

const everybody = rowsOf(600, 1);
const places = Uint32Array.from(everybody, (_, at) => at);

/** Trees grown, a network of seeded weights and a straight line: all three have a say. */
const makeEnsemble = (): Ensemble => {
  const columns = names.map(
    (name, at): SourceColumn => ({
      name,
      type: name === 'trade' ? 'choice' : 'number',
      learnable: true,
      values: everybody.map((row) => row[at] ?? null),
    }),
  );
  const { find } = tableOf(names, everybody);
  const fields = fitBins(columns, places);
  const labels = Float32Array.from(everybody, ([age, visits, trade]) =>
    Number(age) > 45 !== (trade === 'bakery') || Number(visits) > 6 ? 1 : 0,
  );
  const growing = boostTrees(
    binRows(fields, find, places),
    labels,
    undefined,
    { ...boostRules, mostTrees: 25 },
    seededRandom(2),
  );
  let grown = growing.next();
  while (grown.done !== true) grown = growing.next();
  const { base, trees } = grown.value;
  const simple = fitRecipe(columns, places, 0);
  const recipe = fitRichRecipe(columns, places);
  const shape = { inputs: recipe.width, hidden: [64, 64], members: 8 } as const;
  const sign = (random: () => number) => (random() < 0.5 ? -1 : 1);
  const random = seededRandom(4);
  return {
    logistic: {
      columns: [...simple.columns],
      width: simple.width,
      weights: Array.from({ length: simple.width }, () => normalFrom(random) / 2),
      bias: -0.3,
    },
    trees: { fields, base, trees: [...trees] },
    network: {
      recipe,
      members: 8,
      hidden: [64, 64],
      parameters: Array.from(initialWeights(shape, 5, sign), (weight) => weight * 1.6),
    },
    stack: { weights: [0.2, 0.5, 0.6], bias: 0.1 },
  };
};

const ensemble = makeEnsemble();
const final = { recipe: ensemble.logistic, parameters: [], ensemble };
const say = async (rows: readonly SourceRow[]): Promise<Float64Array> => {
  const { find, places: all } = tableOf(names, rows);
  return (await modelLogits('ensemble', final, find, all, turns)) ?? new Float64Array();
};

const sets = 2 ** names.length;
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** What the model says on average with the columns of a set taken from the customer, for every set. */
const worthOfSets = async (row: SourceRow, others: readonly SourceRow[]): Promise<number[]> => {
  const mixed = Array.from({ length: sets }, (_, set) =>
    others.map((other) => row.map((value, at) => (set & (1 << at) ? value : (other[at] ?? null)))),
  ).flat();
  const logits = await say(mixed);
  return Array.from({ length: sets }, (_, set) => {
    const of = logits.subarray(set * others.length, (set + 1) * others.length);
    return of.reduce((sum, logit) => sum + logit, 0) / others.length;
  });
};

const bySubsets = (worth: readonly number[]): number[] =>
  names.map((_, column) =>
    worth.reduce((sum, value, set) => {
      if (set & (1 << column)) return sum;
      const size = set.toString(2).split('1').length - 1;
      const weight =
        (factorial(size) * factorial(names.length - size - 1)) / factorial(names.length);
      return sum + weight * ((worth[set | (1 << column)] ?? 0) - value);
    }, 0),
  );

const strongest = (phis: readonly number[]): number[] =>
  phis
    .map((phi, at) => ({ at, size: Math.abs(phi) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(({ at }) => at);

/** How far the score moves when the first, the first two and the first three are taken from the others. */
const movedBy = (phis: readonly number[], worth: readonly number[]): number => {
  let set = sets - 1;
  return strongest(phis).reduce((total, column) => {
    set &= ~(1 << column);
    return total + Math.abs((worth[sets - 1] ?? 0) - (worth[set] ?? 0));
  }, 0);
};

const open = async () => {
  const scored = Array.from(await say(everybody), (probability, place) => ({ place, probability }));
  const background = pickBackground(scored, 100, 5).map((place) => everybody[place] ?? []);
  const customers = rowsOf(8, 77);
  const ground = openGround('ensemble', final, { names, background }, 9);
  const attributed = (await attributeRows(ground, customers, turns)) ?? [];
  const worths: number[][] = [];
  for (const row of customers) worths.push(await worthOfSets(row, background));
  return { background, customers, ground, attributed, worths };
};
const opened = open();

describe('reasons of an ensemble, member by member', () => {
  test('[R1] say what the ensemble says, and add up to it', async () => {
    const { attributed, customers } = await opened;
    const said = await say(customers);
    attributed.forEach(({ attribution }, at) => {
      expect(attribution.said).toBeCloseTo(said[at] ?? Number.NaN, 4);
      expect(incompleteness(attribution)).toBeLessThan(1e-9);
      expect(attribution.columns[4]).toEqual({ phi: 0, error: 0 });
    });
  });

  test('[R1] name the strongest columns of the sum over all subsets, and move the score as far', async () => {
    const { attributed, worths } = await opened;
    const shares = { same: 0, own: 0, exact: 0 };
    attributed.forEach(({ attribution }, at) => {
      const worth = worths[at] ?? [];
      const exact = bySubsets(worth);
      const own = attribution.columns.map(({ phi }) => phi);
      const same = strongest(own).filter((column) => strongest(exact).includes(column));
      shares.same += same.length / 3 / attributed.length;
      shares.own += movedBy(own, worth);
      shares.exact += movedBy(exact, worth);
    });
    expect(shares.same).toBeGreaterThanOrEqual(0.95);
    expect(shares.own / shares.exact).toBeGreaterThanOrEqual(0.98);
  });

  test('[R2] lie within their own error of it', async () => {
    const { attributed, worths } = await opened;
    const misses = attributed.flatMap(({ attribution }, at) => {
      const exact = bySubsets(worths[at] ?? []);
      return attribution.columns.filter(
        ({ phi, error }, column) => Math.abs(phi - (exact[column] ?? 0)) > 3 * error + 1e-4,
      );
    });
    expect(misses).toEqual([]);
  });

  test('[R3] of one customer are those of the same one among many', async () => {
    const { attributed, customers, ground } = await opened;
    const alone = await attributeRows(ground, customers.slice(5, 6), turns);
    expect(alone?.[0]).toEqual(attributed[5]);
  });
});
