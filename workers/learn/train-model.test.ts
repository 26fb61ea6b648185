import { describe, expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { readMeta } from '#db/meta.ts';
import { countRecords, findRecord } from '#db/sealed-table.ts';
import { describeColumns } from './describe-columns.ts';
import { askBought, fillLearnTable, seededCustomer, testNow } from './fixtures/fill-learn-table.ts';
import { scoreDatabase } from './score-database.ts';
import { trainModel } from './train-model.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

type Input = LearnContract['train']['input'];

const jobOf = (signal = new AbortController().signal) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: () => undefined,
});

const open = async (count: number, change: (ord: number) => Partial<Customer> = () => ({})) => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: count }, (_, ord) => seededCustomer(ord, change(ord)));
  await fillLearnTable(db, customers);
  return db;
};

const trained = async (db: Database, more: Partial<Input> = {}) => {
  const result = await trainModel(db, { ...askBought, ...more }, jobOf());
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const refusalOf = async (db: Database, more: Partial<Input> = {}) => {
  const result = await trainModel(db, { ...askBought, ...more }, jobOf());
  return result.ok ? 'trained' : result.refusal.code;
};

const answerOf = (bought: (ord: number) => string | null) => (ord: number) => ({
  custom: { ...seededCustomer(ord).custom, bought: bought(ord) },
});

describe('a training', () => {
  test('the network beats the simple model where the simple one cannot see, and says so on rows set aside', async () => {
    const db = await open(1200);
    const model = await trained(db);
    const { logistic, reference, baseRate } = model.heldOut;
    expect(reference?.auc).toBeGreaterThan(logistic.auc + 0.1);
    expect(baseRate.auc).toBe(0.5);
    expect(reference?.rows).toBe(216);
    expect(model.history).toHaveLength(10);
    expect(model.data).toMatchObject({ labelled: 1080, unlabelled: 120, notFinite: 0 });
    expect(model.backend).toEqual({ name: 'cpu', why: 'asked' });
    expect(model.recipe.columns.map(({ name }) => name)).toEqual([
      'age',
      'visits',
      'channel',
      'joined',
    ]);
    expect(model.recipe.left).toEqual([{ column: 'bought', why: 'target' }]);
  });

  test('[T2] everybody is scored, without an answer too, but walk-ins and those who denied', async () => {
    const db = await open(400, (ord) => {
      if (ord === 3) return { walkIn: true };
      return ord === 4 ? { profiling: 'denied' } : {};
    });
    const model = await trained(db, { epochs: 1 });
    expect(model.data).toMatchObject({ labelled: 358, unlabelled: 40, notFinite: 0 });
    const [chunk] = await readColumns(db, `scores.${model.id}`);
    const probabilities = chunk?.columns.probability ?? [];
    expect(probabilities).toHaveLength(400);
    const unscored = probabilities.flatMap((value, ord) => (value === null ? [ord] : []));
    expect(unscored).toEqual([3, 4]);
    expect((await readMeta(db)).activeModel).toBe(model.id);
  });

  test('[T1] the same seed gives the same scores', async () => {
    const db = await open(400);
    const scores = async (seed: number) => {
      const { id } = await trained(db, { seed, epochs: 1 });
      return (await readColumns(db, `scores.${id}`))[0]?.columns.probability;
    };
    expect(await scores(5)).toEqual(await scores(5));
    expect(await scores(5)).not.toEqual(await scores(6));
  });

  test('the simple model alone needs no network', async () => {
    const db = await open(400);
    const model = await trained(db, { mode: 'logistic', backend: 'webgl' });
    expect(model).toMatchObject({
      kind: 'logistic',
      backend: { why: 'no-network' },
      history: [],
    });
    expect(model.heldOut.reference).toBeUndefined();
    const scored = await scoreDatabase(db, db, { modelId: model.id, backend: 'webgl' }, jobOf());
    expect(scored.ok && scored.value.probabilities.every((p) => p > 0 && p < 1)).toBe(true);
  });

  test('[T9] a saved model gives the same scores again', async () => {
    const db = await open(300);
    const model = await trained(db, { epochs: 2 });
    const again = await scoreDatabase(db, db, { modelId: model.id, backend: 'cpu' }, jobOf());
    const [chunk] = await readColumns(db, `scores.${model.id}`);
    expect(again.ok && [...again.value.probabilities]).toEqual(chunk?.columns.probability);
    expect(await scoreDatabase(db, db, { modelId: 'x', backend: 'cpu' }, jobOf())).toMatchObject({
      refusal: { code: 'model-missing' },
    });
  });

  test('[T12] the default way combines what it learns from, and a saved combination gives the same scores again', async () => {
    const db = await open(1200);
    const model = await trained(db, { mode: 'default', backend: 'auto' });
    expect(model.kind).toBe('ensemble');
    expect(model.backend).toMatchObject({ name: 'simd', why: 'fastest' });
    expect(model.backend.stepMs?.cpu).toBeGreaterThan(model.backend.stepMs?.simd ?? Infinity);
    const { logistic, ensemble, trees, network } = model.heldOut;
    expect(ensemble?.auc).toBeGreaterThan(logistic.auc + 0.2);
    expect(ensemble?.rows).toBe(216);
    expect(trees?.rows).toBe(216);
    expect(network?.rows ?? 216).toBe(216);
    expect(await findRecord(db, 'modelBodies', model.id)).toBeDefined();
    const again = await scoreDatabase(db, db, { modelId: model.id, backend: 'auto' }, jobOf());
    const chunks = await readColumns(db, `scores.${model.id}`);
    const saved = chunks.flatMap(({ columns }) => columns.probability ?? []);
    expect(again.ok && [...again.value.probabilities]).toEqual(saved);
  });

  test('[T13] where the simple model is as good, it is the one that is used', async () => {
    const db = await open(1000, (ord) => {
      const { custom } = seededCustomer(ord);
      const { visits } = custom;
      const chance = 1 / (1 + Math.exp(4 - Number(visits)));
      return { custom: { ...custom, bought: seededRandom(ord + 5000)() < chance ? 'yes' : 'no' } };
    });
    const model = await trained(db, { mode: 'default', backend: 'simd' });
    expect(model.kind).toBe('logistic');
    expect(model.heldOut.logistic.auc).toBeGreaterThan(0.85);
    expect(await findRecord(db, 'modelBodies', model.id)).toBeUndefined();
  });

  test('[T14] the last rows are checked on where rows stand in the order they came in', async () => {
    // Who came early buys by channel, who came late by chance: only the last fifth can tell.
    const db = await open(1000, (ord) => {
      const { custom } = seededCustomer(ord);
      const buys = ord < 800 ? custom.channel === 'web' : ord % 3 === 0;
      return { custom: { ...custom, bought: buys ? 'yes' : 'no' } };
    });
    const late = await trained(db, { mode: 'logistic', split: 'rows' });
    const mixed = await trained(db, { mode: 'logistic', split: 'random' });
    expect(late.heldOut.logistic.auc).toBeLessThan(0.65);
    expect(mixed.heldOut.logistic.auc).toBeGreaterThan(0.8);
  });

  test('[T8] five versions are kept, the one in use among them, and the scores of the others go with them', async () => {
    const db = await open(300);
    const ids: string[] = [];
    for (let at = 0; at < 6; at += 1)
      ids.push((await trained(db, { mode: 'logistic', now: askBought.now + at })).id);
    expect(await countRecords(db, 'models')).toBe(5);
    expect((await readMeta(db)).activeModel).toBe(ids[0]);
    expect(await findRecord(db, 'models', ids[1] ?? '')).toBeUndefined();
    expect(await readColumns(db, `scores.${ids[1]}`)).toEqual([]);
    expect(await readColumns(db, `scores.${ids[0]}`)).toHaveLength(1);
    // Another question takes over at once, and the oldest gives way whichever it is.
    const other = await trained(db, {
      mode: 'logistic',
      target: { field: 'channel', positive: 'web' },
    });
    expect((await readMeta(db)).activeModel).toBe(other.id);
  });
});

describe('what cannot be learned is said in one code, and nothing is written', () => {
  test('no customers, few customers, one answer, three answers, no such column', async () => {
    expect(await refusalOf(await openTestDatabase())).toBe('no-data');
    expect(await refusalOf(await open(20))).toBe('too-few-rows');
    expect(
      await refusalOf(
        await open(
          300,
          answerOf(() => 'yes'),
        ),
      ),
    ).toBe('target-one-class');
    const three = await open(
      300,
      answerOf((ord) => `abc`.charAt(ord % 3)),
    );
    expect(await refusalOf(three, { target: { field: 'bought', positive: '' } })).toBe(
      'target-not-binary',
    );
    expect(await refusalOf(three, { target: { field: 'bought', positive: 'b' }, epochs: 1 })).toBe(
      'trained',
    );
    const rare = await open(
      300,
      answerOf((ord) => (ord < 20 ? 'yes' : 'no')),
    );
    expect(await refusalOf(rare)).toBe('too-few-positives');
    expect(await refusalOf(rare, { target: { field: 'nothing', positive: 'x' } })).toBe(
      'target-missing',
    );
    expect(await countRecords(rare, 'models')).toBe(0);
  });

  test('no column left to learn from', async () => {
    const drop = ['age', 'visits', 'channel', 'joined'];
    expect(await refusalOf(await open(300), { drop })).toBe('no-usable-columns');
  });

  test('a backend this device does not have is refused, not replaced', async () => {
    const db = await open(300);
    for (const mode of ['reference', 'default'] as const)
      expect(await refusalOf(db, { mode, backend: 'webgl' })).toBe('backend-unavailable');
  });

  test('[T3] a cancelled training leaves the previous model in use', async () => {
    const db = await open(600);
    const before = await trained(db, { mode: 'logistic' });
    const controller = new AbortController();
    const training = trainModel(db, { ...askBought, epochs: 500 }, jobOf(controller.signal));
    setTimeout(() => controller.abort(), 300);
    expect(await training).toEqual({ ok: false, refusal: { code: 'cancelled' } });
    expect((await readMeta(db)).activeModel).toBe(before.id);
    expect(await countRecords(db, 'models')).toBe(1);
  });
});

test('a column is described by its values, the rarer of two first', async () => {
  const described = await describeColumns(await open(200), { now: testNow });
  if (!described.ok) throw new Error(described.refusal.code);
  const bought = described.value.columns.find(({ name }) => name === 'bought');
  expect(described.value.rows).toBe(200);
  expect(bought).toMatchObject({ type: 'yesno', distinct: 2, missing: 20 });
  expect((bought?.values[0]?.count ?? 0) <= (bought?.values[1]?.count ?? 0)).toBe(true);
});
