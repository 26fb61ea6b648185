import { expect, test } from 'vitest';
import { en } from './en.ts';
import { makeFormat } from './make-format.ts';
import { sayVerdict } from './say-verdict.ts';
import { zh } from './zh.ts';

const metrics = {
  accuracy: 0.8,
  auc: 0.75,
  logLoss: 0.4,
  ece: 0.02,
  lift10: 3,
  rows: 2000,
  positives: 400,
};
const sure = (value: number, by: number) => ({ value, low: value - by, high: value + by });
const model = (aucError: number, liftError: number) => ({
  kind: 'ensemble' as const,
  target: { field: 'bought', positive: 'yes' },
  heldOut: { baseRate: metrics, logistic: metrics, ensemble: metrics },
  gain: { mean: 0.001, error: 0.002 },
  history: [],
  data: { labelled: 10_000, unlabelled: 0, notFinite: 0 },
  quality: {
    draws: 200,
    units: 2000,
    auc: sure(0.75, aucError),
    logLoss: sure(0.4, 0.02),
    lift10: sure(3, 0.4),
    lift20: sure(2.3, liftError),
    lift50: sure(1.5, 0.1),
    overBase: { mean: 0.1, error: 0.01 },
    gains: [],
  },
});

test('a verdict says what calling finds, from where to where, and what is not proven', () => {
  expect(sayVerdict(model(0.03, 0.4), en, makeFormat('en'))).toEqual([
    'Calling the top 20% finds 2.3 times more customers with “bought” = “yes” than chance (likely 1.9–2.7).',
    en.predictions.verdicts['not-proven'],
  ]);
  expect(sayVerdict(model(0.03, 0.4), zh, makeFormat('zh'), '买了')[0]).toContain(
    '“买了”=“是”的客户是随机挑选的 2.3 倍（很可能在 1.9–2.7 倍之间）',
  );
});

test('of orders it is said whether the question comes true', () => {
  const asked = {
    ...model(0.03, 0.4),
    fromOrders: {
      target: { kind: 'lost' as const },
      asOf: 20_000,
      learnedFrom: [19_900],
      measuredOn: 19_900,
    },
  };
  expect(sayVerdict(asked, en, makeFormat('en'), en.orderQuestions.lost)[0]).toContain(
    '2.3 times more customers for whom “Stops buying” comes true than chance',
  );
});

test('where the lower end is no more than chance, the top fifth is not promised', () => {
  expect(sayVerdict(model(0.03, 1.4), en, makeFormat('en'))[0]).toBe(
    en.predictions.notLifted('20%', '0.9', '3.7'),
  );
});

test('without a signal nothing is promised at all', () => {
  expect(sayVerdict(model(0.3, 0.4), en, makeFormat('en'))).toEqual([
    en.predictions.verdicts['no-signal'],
  ]);
});
