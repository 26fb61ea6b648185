import { describe, expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import { hasSignal, judgeModel, warnAbout } from '#core/predictions/judge-model.ts';
import { planCalls } from '#core/predictions/plan-calls.ts';
import type { CustomValue } from '#core/record.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { askBought, fillLearnTable, seededCustomer } from './fixtures/fill-learn-table.ts';
import { trainModel } from './train-model.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

type Input = LearnContract['train']['input'];
type Custom = Readonly<Record<string, CustomValue>>;

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

const train = async (
  count: number,
  change: (custom: Custom, ord: number) => Custom,
  more: Partial<Input>,
) => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: count }, (_, ord) => {
    const { custom } = seededCustomer(ord);
    return seededCustomer(ord, { custom: { ...custom, ...change(custom, ord) } });
  });
  await fillLearnTable(db, customers);
  const model = await trainModel(db, { ...askBought, ...more }, job);
  if (!model.ok) throw new Error(JSON.stringify(model.refusal));
  return model.value;
};

/** Standard deviation of the area of two samples that do not differ (Mann and Whitney 1947). */
const nullDeviation = (rows: number, positives: number) =>
  Math.sqrt((rows + 1) / (12 * positives * (rows - positives)));

const ways = [
  { mode: 'default', backend: 'simd' },
  { mode: 'reference', backend: 'simd' },
  { mode: 'logistic', backend: 'auto' },
] as const;

describe('honest quality', () => {
  test.each(ways)(
    'answers dealt out at random rank like chance in $mode mode, and it is said that there is no signal',
    async (way) => {
      const random = seededRandom(mixSeed(4, 2));
      const dealt = () => ({ bought: random() < 0.3 ? 'yes' : 'no' });
      const model = await train(1500, dealt, way);
      const { auc, rows, positives } =
        way.mode === 'reference'
          ? (model.heldOut.reference ?? model.heldOut.logistic)
          : model.heldOut.logistic;
      expect(Math.abs(auc - 0.5)).toBeLessThan(3 * nullDeviation(rows, positives));
      expect(model.quality?.auc.value).toBeCloseTo(auc, 2);
      expect(hasSignal(model)).toBe(false);
      expect(judgeModel(model)).toBe('no-signal');
    },
  );

  test.each(ways)(
    'where there is something to learn, $mode mode says from where to where, and promises',
    async (way) => {
      const buys = ({ visits }: Custom, ord: number) => ({
        bought: seededRandom(ord + 5000)() < 1 / (1 + Math.exp(4 - Number(visits))) ? 'yes' : 'no',
      });
      const model = await train(1500, buys, way);
      const { quality } = model;
      if (quality === undefined) throw new Error('no quality');
      expect(quality.auc.low).toBeGreaterThan(0.8);
      expect(quality.auc.high - quality.auc.low).toBeLessThan(0.12);
      expect(quality.lift20.low).toBeGreaterThan(1.2);
      expect(quality.trainAuc).toBeGreaterThan(0.8);
      expect(hasSignal(model)).toBe(true);
      const best = planCalls(quality, 1500, 150);
      expect(best.hits - best.error).toBeGreaterThan(100);
      expect(best.hits).toBeLessThanOrEqual(150);
      // The rule of one threshold is nearly all there is to know here.
      expect(model.rule).toMatchObject({ column: 'visits', picks: { test: 'from' } });
      expect(model.heldOut.rule?.auc).toBeGreaterThan(0.75);
      expect(model.heldOut.rule?.auc).toBeLessThan(model.heldOut.logistic.auc);
    },
  );

  test('a table in which every row stands three times is not flattered by its copies', async () => {
    // Answers are dealt out at random: only who has seen a copy can tell.
    const original = (ord: number) => seededCustomer(Math.floor(ord / 3));
    const random = (ord: number) => seededRandom(Math.floor(ord / 3) + 900)();
    const copied = (_: Custom, ord: number) => ({
      ...original(ord).custom,
      age: 20 + 50 * random(ord + 90_000),
      bought: random(ord) < 0.4 ? 'yes' : 'no',
    });
    const model = await train(1500, copied, { mode: 'default', backend: 'simd' });
    expect(model.data.copies).toBe(1000);
    expect(warnAbout(model)).toContain('copies');
    expect(model.heldOut.trees?.auc).toBeLessThan(0.62);
    expect(judgeModel(model)).toBe('no-signal');
    expect(model.quality?.units).toBeLessThan(140);
  });

  test('the whole ladder is measured on the same rows, the reference network where it is asked for', async () => {
    const asIs = (custom: Custom) => custom;
    const way = { mode: 'default', backend: 'simd' } as const;
    const short = await train(1200, asIs, way);
    expect(short.heldOut.reference).toBeUndefined();
    const { heldOut } = await train(1200, asIs, { ...way, ladder: 'full' });
    const { baseRate, rule, logistic, reference, ensemble } = heldOut;
    const steps = [baseRate, rule, logistic, reference, ensemble];
    const rows = steps.map((step) => `${step?.rows} ${step?.positives}`);
    expect(new Set(rows).size).toBe(1);
    expect(reference?.auc).toBeGreaterThan(logistic.auc + 0.1);
    expect(ensemble).toEqual(short.heldOut.ensemble);
  });
});
