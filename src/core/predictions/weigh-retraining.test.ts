import { expect, test } from 'vitest';
import { isWorthRetraining, weighRetraining } from './weigh-retraining.ts';

const field = { kind: 'number' as const, cuts: [1] };
const counted = [
  { column: 'age', field, counts: [0, 500, 500] },
  { column: 'visits', field, counts: [0, 500, 500] },
];
const data = { labelled: 1000, unlabelled: 0, notFinite: 0 };
const still = counted.map(({ counts }) => counts);
const weigh = (part: { answers?: number; asOf?: number; counts?: number[][] }) =>
  weighRetraining({ data, counted }, 100, { answers: 1000, asOf: 100, counts: still, ...part });

test('nothing new is no reason, whatever the age', () => {
  expect(isWorthRetraining(weigh({ asOf: 400 }))).toBe(false);
});

test('a tenth more answers, or 30 days with any', () => {
  expect(weigh({ answers: 1099, asOf: 129 })).toEqual({ moved: [], isDriftKnown: true });
  expect(weigh({ answers: 1100 })).toMatchObject({ newAnswers: 100 });
  expect(weigh({ answers: 1001, asOf: 130 })).toMatchObject({ days: 30 });
});

test('a column that moved is named, the most moved first; one that moved a little is not', () => {
  const moved = weigh({
    counts: [
      [0, 700, 300],
      [0, 900, 100],
    ],
  }).moved;
  expect(moved.map(({ column }) => column)).toEqual(['visits']);
  expect(moved[0]?.index).toBeCloseTo(0.4 * Math.log(9), 1);
  expect(
    weigh({
      counts: [
        [0, 950, 50],
        [0, 900, 100],
      ],
    }).moved[0]?.column,
  ).toBe('age');
});

test('what a dozen customers may do by chance is no shift', () => {
  expect(
    weigh({
      counts: [
        [0, 4, 8],
        [0, 9, 3],
      ],
    }).moved,
  ).toEqual([]);
});

test('an older model did not keep how its columns stood: unknown, and the rest is still told', () => {
  const told = weighRetraining({ data }, 100, { answers: 1200, asOf: 140, counts: [] });
  expect(told).toEqual({ newAnswers: 200, days: 40, moved: [], isDriftKnown: false });
});

test('of orders the morning looked from counts, whether or not it is long since the training', () => {
  const fromOrders = {
    target: { kind: 'lost' as const },
    asOf: 60,
    learnedFrom: [],
    measuredOn: 0,
  };
  const told = weighRetraining({ data, fromOrders, counted }, 100, { asOf: 90, counts: still });
  expect(told).toMatchObject({ days: 30 });
  expect(weighRetraining({ data, fromOrders }, 100, { asOf: 89, counts: [] }).days).toBeUndefined();
});
