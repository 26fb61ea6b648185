import { expect, test } from 'vitest';
import {
  areEnough,
  compareByFigures,
  compareOnRows,
  findCandidate,
  isSetAside,
} from './compare-models.ts';
import type { Metrics, ModelVersion } from './model-version.ts';

const labels = Array.from({ length: 400 }, (_, row) => (row % 4 === 0 ? 1 : 0));
const sharp = labels.map((label, row) => (label === 1 ? 0.6 : 0.15) + 0.01 * (row % 7));
const blunt = labels.map((_label, row) => 0.2 + 0.01 * (row % 11));

test('on the same rows the lower loss wins, and equals are alike', () => {
  expect(compareOnRows(sharp, blunt, labels).verdict).toBe('better');
  expect(compareOnRows(blunt, sharp, labels).verdict).toBe('worse');
  const alike = compareOnRows(
    sharp,
    sharp.map((said, row) => said + (row % 8 < 4 ? 0.01 : -0.01)),
    labels,
  );
  expect(alike).toMatchObject({ by: 'same-rows', verdict: 'alike', ours: { rows: 400 } });
});

test('too few rows, or of one answer, are not compared on', () => {
  expect(areEnough(labels)).toBe(true);
  expect(areEnough(labels.slice(0, 99))).toBe(false);
  expect(areEnough(labels.map((_, row) => (row < 19 ? 1 : 0)))).toBe(false);
});

test('figures of two trainings differ only by more than the errors of both', () => {
  const judged = (auc: number) => {
    const figures = { auc, rows: 400, positives: 100, lift10: 2, logLoss: 0.5 } as Metrics;
    return {
      kind: 'logistic' as const,
      heldOut: { baseRate: figures, logistic: figures },
      history: [],
      data: { labelled: 2000, unlabelled: 0, notFinite: 0 },
    };
  };
  const verdict = (ours: number, theirs: number) =>
    compareByFigures(judged(ours), judged(theirs)).verdict;
  expect(verdict(0.75, 0.72)).toBe('alike');
  expect(verdict(0.72, 0.9)).toBe('worse');
  expect(verdict(0.9, 0.72)).toBe('better');
});

const model = (id: string, against?: { modelId: string; answer?: 'used' | 'kept' }) =>
  ({ id, ...(against && { against }) }) as ModelVersion;

test('the newest candidate waits; answered, it does not, nor do older ones', () => {
  const old = model('b', { modelId: 'a' });
  expect(findCandidate([old, model('a')], 'a')?.id).toBe('b');
  expect(
    findCandidate([model('c', { modelId: 'a', answer: 'kept' }), old, model('a')], 'a'),
  ).toBeUndefined();
  expect(findCandidate([model('a')], undefined)).toBeUndefined();
  expect(findCandidate([old, model('a')], 'b')).toBeUndefined();
  expect([old, model('a'), model('c', { modelId: 'a', answer: 'used' })].map(isSetAside)).toEqual([
    true,
    false,
    false,
  ]);
});
