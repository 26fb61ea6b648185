import { describe, expect, test } from 'vitest';
import { encodeRows } from '#core/predictions/encode-rows.ts';
import { fitRecipe } from '#core/predictions/fit-recipe.ts';
import type { SourceColumn } from '#core/predictions/source-column.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { attributeLinear } from './attribute-linear.ts';
import { chooseReasons } from './choose-reasons.ts';
import { type Attribution, averageContributions, incompleteness } from './contribution.ts';
import { joinAttributions } from './join-attributions.ts';
import { linearParts, sumParts } from './linear-parts.ts';
import { pickBackground } from './pick-background.ts';
import { planWalks, type SourceRow } from './plan-walks.ts';
import { readWalks } from './read-walks.ts';
import { compareValue, summariseColumn } from './summarise-column.ts';

const trades = ['bakery', 'florist', 'garage'];

/** Age, visits, trade, orders and a number that is the same for everybody. */
const seededRow = (seed: number): SourceRow => {
  const random = seededRandom(seed);
  return [
    Math.round(45 + 12 * normalFrom(random)),
    Math.floor(random() * 9),
    trades[Math.floor(random() * 3)] ?? 'garage',
    Math.round(20 * random()),
    7,
  ];
};

/** A model with steps and products, in logits: no straight line. */
const logitOf = ([age, visits, trade, orders, same]: SourceRow): number => {
  const older = Number(age) > 45 ? 1 : -1;
  const bakes = trade === 'bakery' ? 1 : 0;
  return (
    0.9 * older * (bakes * 2 - 1) +
    0.25 * Number(visits) +
    0.02 * Number(visits) * Number(orders) * bakes -
    Math.max(0, Number(orders) - 12) * 0.3 +
    Number(same) / 10
  );
};

const explain = (row: SourceRow, background: readonly SourceRow[], seed = 1): Attribution => {
  const plan = planWalks(row, background, seededRandom(seed));
  return readWalks(plan, Float64Array.from(plan.rows, logitOf));
};

/** Shapley values by all subsets of columns, on every row of a background. */
const explainBySubsets = (row: SourceRow, background: readonly SourceRow[]): number[] => {
  const count = row.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const worth = Array.from({ length: 2 ** count }, (_, set) => {
    const mixed = (other: SourceRow) =>
      row.map((value, at) => (set & (1 << at) ? value : (other[at] ?? null)));
    return background.reduce((sum, other) => sum + logitOf(mixed(other)), 0) / background.length;
  });
  return row.map((_, column) =>
    worth.reduce((sum, value, set) => {
      if (set & (1 << column)) return sum;
      const size = set.toString(2).split('1').length - 1;
      const weight = (factorial(size) * factorial(count - size - 1)) / factorial(count);
      return sum + weight * ((worth[set | (1 << column)] ?? 0) - value);
    }, 0),
  );
};

const topThree = (phis: readonly number[]): number[] =>
  phis
    .map((phi, at) => ({ at, size: Math.abs(phi) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(({ at }) => at);

const everybody = Array.from({ length: 400 }, (_, at) => seededRow(at + 1));
const background = pickBackground(
  everybody.map((row, place) => ({ place, probability: logitOf(row) })),
  100,
  5,
).map((place) => everybody[place] as SourceRow);

describe('reasons of a model that no straight line describes', () => {
  const customers = Array.from({ length: 60 }, (_, at) => seededRow(10_000 + at));

  test('add up to the difference from the other customers, and a column that is always the same adds nothing', () => {
    for (const row of customers) {
      const attribution = explain(row, background);
      expect(incompleteness(attribution)).toBeLessThan(1e-9);
      expect(attribution.said).toBe(logitOf(row));
      expect(attribution.columns[4]).toEqual({ phi: 0, error: 0 });
    }
  });

  test('name the same three strongest columns as the sum over all subsets does', () => {
    const shared = customers.map((row) => {
      const own = topThree(explain(row, background).columns.map(({ phi }) => phi));
      const exact = topThree(explainBySubsets(row, everybody));
      return own.filter((at) => exact.includes(at)).length / 3;
    });
    const agreement = shared.reduce((sum, share) => sum + share, 0) / shared.length;
    expect(agreement).toBeGreaterThanOrEqual(0.85);
  });

  test('are what the score hangs on: with the strongest taken away it moves as far as by all subsets', () => {
    // How far the score moves when the first, the first two and the first three are taken from others.
    const moved = (row: SourceRow, phis: readonly number[]): number => {
      const taken = new Set<number>();
      return topThree(phis).reduce((total, column) => {
        taken.add(column);
        const mixed = (other: SourceRow) =>
          row.map((value, at) => (taken.has(at) ? (other[at] ?? null) : value));
        const mean = everybody.reduce((sum, other) => sum + logitOf(mixed(other)), 0) / 400;
        return total + Math.abs(logitOf(row) - mean);
      }, 0);
    };
    let own = 0;
    let exact = 0;
    for (const row of customers) {
      const phis = explain(row, background).columns.map(({ phi }) => phi);
      own += moved(row, phis);
      exact += moved(row, explainBySubsets(row, everybody));
    }
    expect(own / exact).toBeGreaterThanOrEqual(0.95);
  });

  test('lie within their own error of the sum over all subsets', () => {
    const misses = customers.flatMap((row) => {
      const exact = explainBySubsets(row, background);
      const { columns } = explain(row, background);
      return columns.filter(
        ({ phi, error }, at) => Math.abs(phi - (exact[at] ?? 0)) > 3 * error + 1e-9,
      );
    });
    expect(misses).toEqual([]);
  });

  test('the same seed gives the same reasons', () => {
    const [row = []] = customers;
    expect(explain(row, background, 3)).toEqual(explain(row, background, 3));
    expect(explain(row, background, 3)).not.toEqual(explain(row, background, 4));
  });

  test('a customer like the only other one has none', () => {
    const [row = []] = customers;
    const { columns, said, base } = explain(row, [row]);
    expect(said).toBe(base);
    expect(chooseReasons(columns)).toEqual({ up: [], down: [] });
  });
});

test('reasons of the simple model are its weights times the distance from the others', () => {
  const column = (name: string, at: number, type: SourceColumn['type']): SourceColumn => ({
    name,
    type,
    learnable: true,
    values: everybody.map((row) => row[at] ?? null),
  });
  const columns = [column('age', 0, 'number'), column('trade', 2, 'choice')];
  const places = Uint32Array.from(everybody, (_, at) => at);
  const recipe = fitRecipe(columns, places, 0);
  const weights = [0.7, 1, -0.5, 0.2];
  const rows = everybody.map((row): SourceRow => [row[0] ?? null, row[2] ?? null]);
  const linear = { recipe, weights, bias: -1, limit: 30 };
  const own = linearParts(linear, [[63, 'bakery']]);
  const others = linearParts(linear, rows);
  const added = new Float64Array(others.length);
  attributeLinear(linear, own, { others, orders: rows.map(() => Uint16Array.of(1, 0)) }, 1, added);
  const reasons = averageContributions(added, 2);
  const said = sumParts(linear, own);
  const base = rows.reduce(
    (sum, _, row) => sum + sumParts(linear, others.subarray(row * 2, row * 2 + 2)) / rows.length,
    0,
  );
  const { values, width } = encodeRows(
    recipe,
    (name) => (name === 'age' ? [63] : ['bakery']),
    Uint32Array.of(0),
  );
  const all = encodeRows(
    recipe,
    (name) => columns.find((known) => known.name === name)?.values,
    places,
  );
  const mean = (input: number) =>
    everybody.reduce((sum, _, row) => sum + (all.values[row * width + input] ?? 0), 0) / 400;
  const exact = weights.map((weight, input) => weight * ((values[input] ?? 0) - mean(input)));
  const [age = 0, ...levels] = exact;
  expect(reasons[0]?.phi).toBeCloseTo(age, 6);
  expect(reasons[1]?.phi).toBeCloseTo(
    levels.reduce((sum, part) => sum + part, 0),
    6,
  );
  expect((reasons[0]?.phi ?? 0) + (reasons[1]?.phi ?? 0)).toBeCloseTo(said - base, 9);
});

test('a simple model that lets itself go no further than a limit is explained by what it says', () => {
  const model = { bias: 1, limit: 3 };
  const own = Float64Array.of(4, 2);
  const others = Float64Array.of(-1, -1);
  const added = new Float64Array(2);
  attributeLinear(model, own, { others, orders: [Uint16Array.of(0, 1)] }, 1, added);
  // From −1 to 7, said as 3: the first alone comes to 4 (3), the second alone to 2.
  expect([...added]).toEqual([(4 + 1) / 2, (0 + 3) / 2]);
});

describe('walks against some of the background', () => {
  const rows = 100;
  const some = Uint32Array.from({ length: 20 }, (_, at) => at * 5 + 2);

  /** Two columns: what is exact, what is foretold, and what walks find, nearly as foretold. */
  const seeded = (seed: number) => {
    const random = seededRandom(seed);
    const drawn = (count: number) => Float64Array.from({ length: count }, () => normalFrom(random));
    const exact = drawn(rows * 2);
    const foretold = drawn(rows * 2);
    const all = foretold.map((told, at) =>
      at % 2 === 0 ? told + 0.3 * normalFrom(random) + 1 : 0,
    );
    const walked = Float64Array.from({ length: some.length * 2 }, (_, at) =>
      Number(all[(some[at >> 1] ?? 0) * 2 + (at % 2)]),
    );
    const sum = (column: number) =>
      exact.reduce(
        (total, value, at) => total + (at % 2 === column ? value + Number(all[at]) : 0),
        0,
      );
    const [first, second] = [sum(0) / rows, sum(1) / rows];
    const said = first + second + 0.4;
    const joined = joinAttributions({
      ...{ columns: 2, exact, walked, rows: some, foretold },
      ...{ said, base: 0.4 },
    });
    return { joined, first, second };
  };

  test('come close to walks against all, and nearer than their mean would', () => {
    const gaps = Array.from({ length: 200 }, (_, seed) => {
      const { joined, first } = seeded(seed);
      return (joined.columns[0]?.phi ?? 0) - first;
    });
    const rms = Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / gaps.length);
    // The mean of twenty of a hundred would be off by some 0.2.
    expect(rms).toBeLessThan(0.08);
  });

  test('add up exactly, and a column without doubt takes nothing of what is left', () => {
    const { joined, second } = seeded(3);
    expect(incompleteness(joined)).toBeLessThan(1e-12);
    expect(joined.columns[1]?.phi).toBeCloseTo(second, 12);
  });
});

test('only what stands out is told: three up, three down, the strongest first', () => {
  const of = (...phis: number[]) => phis.map((phi) => ({ phi, error: 0.1 }));
  const { up, down } = chooseReasons(of(0.3, 0.5, 0.19, 0.9, 0.4, -0.25, -0.1));
  expect(up.map(({ phi }) => phi)).toEqual([0.9, 0.5, 0.4]);
  expect(down.map(({ phi }) => phi)).toEqual([-0.25]);
  expect(chooseReasons([{ phi: 0.04, error: 0 }]).up).toEqual([]);
});

test('the background has customers of every score, and no more than there are', () => {
  const scored = Array.from({ length: 1000 }, (_, place) => ({ place, probability: place / 1000 }));
  const places = pickBackground(scored, 100, 1);
  expect(places.map((place) => Math.floor(place / 10))).toEqual(
    Array.from({ length: 100 }, (_, part) => part),
  );
  expect(pickBackground(scored.slice(0, 7), 100, 1)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(pickBackground([], 100, 1)).toEqual([]);
});

describe('a value beside everybody’s', () => {
  const compare = (type: SourceColumn['type'], values: SourceColumn['values'], value: unknown) =>
    compareValue(
      summariseColumn(
        { type, values },
        Uint32Array.from(values, (_, at) => at),
      ),
      value as SourceColumn['values'][number],
    );

  test('of a number: how many have less', () => {
    const numbers = Array.from({ length: 2000 }, (_, at) => at);
    expect(compare('number', numbers, 1700)).toMatchObject({ below: 0.85, same: 0 });
    expect(compare('number', [1, 2, 2, 3, null], 2)).toEqual({
      kind: 'order',
      below: 0.25,
      same: 0.5,
      usual: 2,
      isDate: false,
    });
    expect(compare('number', [1, 2, 2, 3, null], null)).toEqual({ kind: 'missing', share: 0.2 });
  });

  test('of a choice: how many have the same', () => {
    const values = ['web', 'web', 'shop', null];
    expect(compare('choice', values, 'shop')).toEqual({
      kind: 'share',
      share: 0.25,
      commonest: 'web',
    });
    expect(compare('choice', values, 'fair')).toMatchObject({ share: 0 });
    expect(compare('choice', values, null)).toEqual({ kind: 'missing', share: 0.25 });
  });

  test('of a day: how many are earlier', () => {
    const days = ['2024-01-01', '2024-02-01', '2024-03-01'];
    expect(compare('date', days, '2024-03-01')).toMatchObject({ isDate: true, usual: 19754 });
  });
});
