import { expect, test } from 'vitest';
import {
  efforts,
  estimateMs,
  paceFrom,
  planOfEffort,
  planWithin,
  roundUpMs,
} from './training-effort.ts';

const pace = { tree: 1e-6, input: 1e-5 };
const shop = { rows: 5_000, columns: 20, inputs: 150 };

test('a longer effort takes longer, and more customers take longer', () => {
  const [quick, usual, thorough] = efforts.map((one) => estimateMs(pace, planOfEffort[one], shop));
  expect(quick).toBeLessThan(usual as number);
  expect(usual).toBeLessThan(thorough as number);
  expect(estimateMs(pace, planOfEffort.usual, { ...shop, rows: 50_000 })).toBeGreaterThan(
    usual as number,
  );
});

test('what the last training took tells what the next one will', () => {
  const learned = paceFrom(12_000, pace, planOfEffort.usual, shop);
  expect(estimateMs(learned, planOfEffort.usual, shop)).toBeCloseTo(12_000, 3);
  expect(estimateMs(learned, planOfEffort.quick, shop)).toBeLessThan(12_000);
});

test('where time is short, rounds go first, then rows and folds, and the network last', () => {
  const within = (ms: number) => planWithin(ms, pace, planOfEffort.quick, shop);
  expect(within(Number.POSITIVE_INFINITY)).toEqual(planOfEffort.quick);
  const whole = estimateMs(pace, planOfEffort.quick, shop);
  expect(within(whole * 0.9)).toMatchObject({ folds: 3, network: true, rounds: 6 });
  const halves = { ...planOfEffort.quick, rounds: 6, planRows: 5_000, folds: 2 };
  expect(within(estimateMs(pace, halves, shop))).toEqual(halves);
  expect(within(0)).toMatchObject({ network: false, folds: 2 });
});

test('a time is said as a person would', () => {
  expect([1, 7_400, 21_000, 61_000].map(roundUpMs)).toEqual([5_000, 10_000, 30_000, 120_000]);
});
