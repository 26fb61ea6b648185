import { expect, test } from 'vitest';
import {
  aucError,
  hasSignal,
  type Judged,
  judgeModel,
  topTenth,
  warnAbout,
} from './judge-model.ts';
import type { Metrics } from './model-version.ts';
import type { Quality } from './quality.ts';

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

const sure = (value: number, by: number) => ({ value, low: value - by, high: value + by });
const quality = (part: Partial<Quality> = {}): Quality => ({
  draws: 200,
  units: 2000,
  auc: sure(0.75, 0.03),
  logLoss: sure(0.4, 0.02),
  lift10: sure(3, 0.4),
  lift20: sure(2.3, 0.4),
  lift50: sure(1.5, 0.1),
  overBase: { mean: 0.1, error: 0.01 },
  gains: [],
  ...part,
});

test('a ranking whose interval touches one half is no signal, whatever its middle says', () => {
  const touching = { quality: quality({ auc: { value: 0.58, low: 0.5, high: 0.66 } }) };
  expect(judgeModel(model(0.8, 0.7, touching))).toBe('no-signal');
});

test('a ranking that chance brings about now and then is no signal, though its interval be above one half', () => {
  const above = { quality: quality({ units: 200, auc: { value: 0.6, low: 0.52, high: 0.68 } }) };
  const few = (auc: number) => ({
    ...model(auc, auc, above),
    heldOut: { baseRate: metrics(0.5), logistic: metrics(auc), reference: metrics(auc, 200, 60) },
  });
  // The deviation of chance is .045 here: .6 is 2.2 of them, .65 are 3.3.
  expect(judgeModel(few(0.6))).toBe('no-signal');
  expect(hasSignal(few(0.65))).toBe(true);
});

test('probabilities no better than the base rate by their error are no signal either', () => {
  const wrong = { quality: quality({ overBase: { mean: 0.01, error: 0.012 } }) };
  expect(hasSignal(model(0.8, 0.7, wrong))).toBe(false);
  expect(hasSignal(model(0.8, 0.7, { quality: quality() }))).toBe(true);
});

test('a network is set against the simple model on the same customers, not by two areas', () => {
  const against = (mean: number) => ({
    quality: quality({ overSimple: { mean, error: 0.004 } }),
  });
  expect(judgeModel(model(0.8, 0.78, against(0.02)))).toBe('better');
  expect(judgeModel(model(0.85, 0.78, against(0.004)))).toBe('not-proven');
  expect(judgeModel(model(0.8, 0.78, against(-0.02)))).toBe('worse');
});

test('an area that is a twentieth larger on its own customers is said', () => {
  const own = (trainAuc: number) => warnAbout(model(0.8, 0.7, { quality: quality({ trainAuc }) }));
  expect(own(0.84)).toEqual([]);
  expect(own(0.86)).toEqual(['knows-its-own']);
});

test('a few equal customers are not worth a word, many are', () => {
  const copied = (copies: number) =>
    warnAbout(model(0.8, 0.7, { data: { labelled: 10_000, unlabelled: 0, notFinite: 0, copies } }));
  expect(copied(200)).toEqual([]);
  expect(copied(2000)).toEqual(['copies']);
});
