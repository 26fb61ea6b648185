import { expect, test } from 'vitest';
import { aucError, type Judged, judgeModel, topTenth, warnAbout } from './judge-model.ts';
import type { Metrics } from './model-version.ts';

const metrics = (auc: number, rows = 2000, positives = 400): Metrics => ({
  accuracy: 0.8,
  auc,
  logLoss: 0.4,
  ece: 0.02,
  lift10: 3,
  rows,
  positives,
});

const model = (network: number, simple: number, rest: Partial<Judged> = {}): Judged => ({
  kind: 'reference',
  heldOut: { baseRate: metrics(0.5), logistic: metrics(simple), reference: metrics(network) },
  history: [],
  data: { labelled: 10_000, unlabelled: 0, notFinite: 0 },
  ...rest,
});

test('a network that is a little ahead is not called better than the simple model', () => {
  expect(judgeModel(model(0.8, 0.795))).toBe('not-proven');
});

test('a network that is clearly ahead is called better, and one clearly behind worse', () => {
  expect(judgeModel(model(0.85, 0.78))).toBe('better');
  expect(judgeModel(model(0.7, 0.8))).toBe('worse');
});

test('a combination proven on rows out of their folds is called better, and keeps its best round', () => {
  const heldOut = { baseRate: metrics(0.5), logistic: metrics(0.8), ensemble: metrics(0.805) };
  const history = [0.5, 0.4, 0.45].map((validationLoss) => ({ loss: 0.3, validationLoss }));
  const combined = {
    kind: 'ensemble',
    heldOut,
    history,
    gain: { mean: 0.01, error: 0.002 },
  } as const;
  expect(judgeModel({ ...model(0.8, 0.8), ...combined })).toBe('better');
  expect(warnAbout({ ...model(0.8, 0.8), ...combined })).toEqual([]);
});

test('a model that may as well guess is said to be no better than guessing', () => {
  expect(judgeModel(model(0.51, 0.5))).toBe('no-signal');
});

test('the error of an AUC is that of the published example', () => {
  // Hanley and McNeil 1982, table II: AUC .893, 51 abnormal and 58 normal images, error .032
  expect(aucError(metrics(0.893, 109, 51))).toBeCloseTo(0.032, 2);
});

test('the top tenth is told as customers in a hundred', () => {
  expect(topTenth(metrics(0.8))).toEqual({ top: 60, random: 20 });
});

test('a network whose error rose again is said to have learned by heart', () => {
  const history = [0.5, 0.4, 0.45].map((validationLoss) => ({ loss: 0.3, validationLoss }));
  expect(warnAbout(model(0.8, 0.8, { history }))).toEqual(['learned-by-heart']);
});

test('nearly perfect figures are called suspicious', () => {
  expect(warnAbout(model(0.99, 0.8))).toEqual(['too-good']);
});
