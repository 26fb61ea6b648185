import { expect, test } from 'vitest';
import { judgeOutcome, tellOutcome } from './tell-outcome.ts';

const rows = (count: number, said: number, hits: number) =>
  Array.from({ length: count }, (_, at) => [said, at < hits ? 1 : 0] as const);
const tell = (...parts: (readonly (readonly [number, number])[])[]) => {
  const all = parts.flat();
  return tellOutcome(
    all.map(([said]) => said),
    all.map(([, happened]) => happened),
  );
};

test('said 70 % of 120: 81 bought; said 10 % of 200: 22 bought', () => {
  const outcome = tell(rows(120, 0.7, 81), rows(200, 0.1, 22));
  expect(outcome).toMatchObject({ rows: 320, happened: 103 });
  expect(outcome?.expected).toBeCloseTo(104);
  expect(outcome?.error).toBeCloseTo(Math.sqrt(120 * 0.21 + 200 * 0.09));
  expect(outcome?.bands.map(({ rows: count, happened }) => Math.round(count * happened))).toEqual([
    22, 81,
  ]);
  expect(outcome && judgeOutcome(outcome)).toBe('as-said');
});

test('more or fewer than chance explains', () => {
  const verdict = (hits: number) => {
    const outcome = tell(rows(100, 0.5, hits));
    return outcome && judgeOutcome(outcome);
  };
  expect([30, 45, 55, 70].map(verdict)).toEqual(['fewer', 'as-said', 'as-said', 'more']);
  expect(tell()).toBeUndefined();
});
