import { describe, expect, test } from 'vitest';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { measureColumnEffect } from './column-effects.ts';

/** Visits, spending that goes along with them, a trade, an empty corner and a column without use. */
const rows = Array.from({ length: 400 }, (_, at): SourceRow => {
  const random = seededRandom(at);
  const visits = Math.floor(10 * random());
  return [
    at % 20 === 0 ? null : visits,
    visits * 10 + 3 * normalFrom(random),
    ['bakery', 'florist', 'garage'][Math.floor(3 * random())] ?? null,
    '2024-01-10',
    Math.round(50 * random()),
  ];
});

const say = (logitOf: (row: SourceRow) => number) => async (asked: readonly SourceRow[]) =>
  Float64Array.from(asked, logitOf);

const model = say(
  ([visits, spent, trade]) =>
    0.3 * Number(visits) - 0.05 * Number(spent) + (trade === 'bakery' ? 1.2 : 0),
);

const measure = async (at: number, kind: 'number' | 'choice' | 'date') => {
  const found = await measureColumnEffect({ column: 'x', kind, at, rows, say: model });
  return found?.points ?? [];
};

describe('what the values of a column do', () => {
  test('a number the model rises with is a rising line, though another falls with it', async () => {
    const points = await measure(0, 'number');
    expect(points[0]?.value).toBe(0);
    expect(points.at(-1)?.value).toBe(9);
    points.slice(1).forEach(({ value, effect }, at) => {
      const before = points[at];
      const rise = 0.3 * (Number(value) - Number(before?.value));
      expect(effect - (before?.effect ?? 0)).toBeCloseTo(rise, 9);
    });
    const customers = points.reduce((sum, point) => sum + point.customers, 0);
    expect(customers).toBe(380);
  });

  test('a column the model does not use is flat, and a column of one value has nothing to follow', async () => {
    const points = await measure(4, 'number');
    expect(points.length).toBeGreaterThan(10);
    expect(points.every(({ effect }) => effect === 0)).toBe(true);
    expect((await measure(3, 'date')).map(({ effect }) => effect)).toEqual([0]);
  });

  test('choices stand beside their usual mean', async () => {
    const points = await measure(2, 'choice');
    const of = (trade: string) => points.find(({ value }) => value === trade)?.effect ?? Number.NaN;
    expect(of('bakery') - of('garage')).toBeCloseTo(1.2, 9);
    expect(of('florist')).toBeCloseTo(of('garage'), 9);
    const usual = points.reduce((sum, { effect, customers }) => sum + effect * customers, 0);
    expect(usual).toBeCloseTo(0, 9);
  });

  test('a cancelled one says nothing', async () => {
    const found = measureColumnEffect({
      ...{ column: 'x', kind: 'number', at: 0, rows },
      say: async () => undefined,
    });
    expect(await found).toBeUndefined();
  });
});
