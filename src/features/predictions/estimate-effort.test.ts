import { expect, test } from 'vitest';
import type { LearnColumn } from '#contracts/learn.ts';
import { planOfEffort } from '#core/predictions/training-effort.ts';
import { en } from '#i18n/en.ts';
import { paceOfModels, sizeOfTable, timesOfEfforts } from './estimate-effort.ts';
import { sayEffort } from './say-effort.ts';

const column = (name: string, type: 'number' | 'choice', distinct: number): LearnColumn => ({
  name,
  type,
  distinct,
  missing: 0,
  values: [],
});
const columns = [column('age', 'number', 70), column('channel', 'choice', 4)];

const trained = (trainingMs: number) => ({
  shares: { logistic: 1, trees: 0, network: 0 },
  recipe: {
    version: 1 as const,
    columns: [
      {
        kind: 'number' as const,
        name: 'age',
        median: 40,
        mean: 41,
        deviation: 9,
        hasMissing: false,
      },
      { kind: 'choice' as const, name: 'channel', levels: ['a', 'b', 'c', 'd', ''] },
    ],
    left: [],
    width: 6,
  },
  data: { labelled: 4_000, unlabelled: 0, notFinite: 0 },
  trainingMs,
});

test('what a training may take is told by what the last one took, on about so many customers', () => {
  expect(paceOfModels([])).toBeUndefined();
  const pace = paceOfModels([trained(20_000)]);
  if (pace === undefined) throw new Error('no pace');
  const same = timesOfEfforts(pace, sizeOfTable(columns, 4_000));
  expect(same.usual).toBe(30_000);
  expect(same.quick).toBeLessThan(same.usual);
  expect(same.thorough).toBeGreaterThan(same.usual);
  expect(timesOfEfforts(pace, sizeOfTable(columns, 40_000)).usual).toBeGreaterThan(60_000);
});

test('the report names what was left out to save time, and nothing after a usual training', () => {
  const say = (plan: (typeof planOfEffort)['quick']) =>
    sayEffort({ effort: { asked: 'quick', plan }, data: trained(1).data }, en);
  expect(say(planOfEffort.usual)).toBeUndefined();
  expect(say(planOfEffort.quick)).toContain('10 rounds instead of 20');
  expect(say({ ...planOfEffort.quick, network: false })).toContain('no neural network');
});
