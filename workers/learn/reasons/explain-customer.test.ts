import { describe, expect, test, vi } from 'vitest';
import type { TrainMode } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import { chooseReasons } from '#core/predictions/reasons/choose-reasons.ts';
import type { Result } from '#core/result.ts';
import { readColumns } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord } from '#db/sealed-table.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
  testNow,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { trainModel } from '#workers/learn/train-model.ts';
import { explainCustomer, explainPlaces, scoreWhatIf } from './explain-customer.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

const jobOf = (signal = new AbortController().signal) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: () => undefined,
});

const need = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const open = async (count: number, part: (ord: number) => Partial<Customer> = () => ({})) => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: count }, (_, ord) => seededCustomer(ord, part(ord)));
  await fillLearnTable(db, customers);
  return db;
};

const train = async (db: Database, mode: TrainMode) =>
  need(
    await trainModel(
      db,
      { ...askBought, mode, epochs: 6, backend: mode === 'default' ? 'simd' : 'cpu' },
      jobOf(),
    ),
  );

const open1200 = async (mode: TrainMode) => {
  const db = await open(1200);
  return { db, model: await train(db, mode) };
};
let combined: ReturnType<typeof open1200> | undefined;
/** Trained the default way once for all tests: it takes seconds. */
const openCombined = () => {
  combined ??= open1200('default');
  return combined;
};

const explain = async (db: Database, customerId: string) =>
  need(await explainCustomer(db, { customerId }, jobOf()));

const storedScore = async (db: Database, ord: number) => {
  const { activeModel } = await readMeta(db);
  const chunks = await readColumns(db, `scores.${activeModel}`);
  return chunks.find(({ first }) => first === ord - (ord % 1000))?.columns.probability?.[
    ord % 1000
  ];
};

describe('reasons of a score', () => {
  test.each<TrainMode>(['logistic', 'reference', 'default'])(
    '[R1] add up to the score of the model in use (%s)',
    async (mode) => {
      const db = await open(1200);
      const model = await train(db, mode);
      expect(model.kind).toBe(mode === 'default' ? 'ensemble' : mode);
      for (const ord of [1, 5, 77, 1100]) {
        const { said, base, columns, incompleteness } = await explain(db, `c${ord}`);
        expect(incompleteness).toBeLessThan(0.001);
        expect(said).toBeCloseTo(Number(await storedScore(db, ord)), 4);
        const logit = (p: number) => Math.log(p / (1 - p));
        const sum = columns.reduce((total, { phi }) => total + phi, 0);
        expect(sum).toBeCloseTo(logit(said) - logit(base), 3);
      }
    },
  );

  test('[R2] name what the answer follows, the real value and how the others compare', async () => {
    const { db } = await openCombined();
    const { columns } = await explain(db, 'c6');
    const { custom } = seededCustomer(6);
    const strongest = columns.slice(0, 2).map(({ column }) => column);
    expect(strongest.sort()).toEqual(['age', 'channel']);
    const age = columns.find(({ column }) => column === 'age');
    const channel = columns.find(({ column }) => column === 'channel');
    expect(age).toMatchObject({ type: 'number', value: custom.age, choices: [] });
    expect(age?.compared.kind).toBe('order');
    expect(channel?.value).toBe(custom.channel);
    expect([...(channel?.choices ?? [])].sort()).toEqual(['phone', 'shop', 'web']);
    const { up, down } = chooseReasons(columns);
    expect([...up, ...down].map(({ column }) => column)).toContain('age');
  });

  test('[R3] the same question has the same answer', async () => {
    const db = await open(400);
    await train(db, 'reference');
    expect(await explain(db, 'c9')).toEqual(await explain(db, 'c9'));
  });

  test('[R4] follow the customer’s values as they are now', async () => {
    const { db } = await openCombined();
    const before = await explain(db, 'c6');
    const customer = (await findRecord(db, 'customers', 'c6')) as Customer;
    const channel = customer.custom.channel === 'web' ? 'shop' : 'web';
    const asked = await scoreWhatIf(db, { customerId: 'c6', changes: { channel } }, jobOf());
    expect(Math.abs(need(asked).said - before.said)).toBeGreaterThan(0.2);
    expect((await explain(db, 'c6')).said).toBe(before.said);
    const record = { ...customer, custom: { ...customer.custom, channel } };
    need(
      await commit(db, {
        label: 'customer-saved',
        now: testNow,
        writes: [{ table: 'customers', record }],
      }),
    );
    expect((await explain(db, 'c6')).said).toBeCloseTo(need(asked).said, 6);
  });

  test('[R5] nothing changed and an emptied value are both answered', async () => {
    const db = await open(400);
    await train(db, 'logistic');
    const { said } = await explain(db, 'c2');
    const ask = async (changes: Record<string, number | null>) =>
      need(await scoreWhatIf(db, { customerId: 'c2', changes }, jobOf())).said;
    expect(await ask({})).toBeCloseTo(said, 5);
    expect(await ask({ 'no such column': 3 })).toBeCloseTo(said, 5);
    expect(await ask({ channel: null, visits: null })).not.toBeCloseTo(said, 5);
  });

  test('[R6] no model, no such customer, one who is not scored, one who is cancelled', async () => {
    const db = await open(400, (ord) => (ord === 4 ? { profiling: 'denied' } : {}));
    const code = async (customerId: string, signal?: AbortSignal) => {
      const result = await explainCustomer(db, { customerId }, jobOf(signal));
      return result.ok ? 'explained' : result.refusal.code;
    };
    expect(await code('c1')).toBe('model-missing');
    await train(db, 'reference');
    expect(await code('c1')).toBe('explained');
    expect(await code('nobody')).toBe('not-found');
    expect(await code('c4')).toBe('not-scored');
    expect(await code('c1', AbortSignal.abort())).toBe('cancelled');
  });

  test('[R7] customers of another file are explained by their places', async () => {
    const db = await open(400);
    const { id } = await train(db, 'logistic');
    const other = await open(20, () => ({ custom: { ...seededCustomer(900).custom } }));
    const input = { modelId: id, places: [0, 7] };
    const { reasons } = need(await explainPlaces(db, other, input, jobOf()));
    expect(reasons.map(({ ord }) => ord)).toEqual([0, 7]);
    expect(reasons[0]?.columns).toEqual(reasons[1]?.columns);
    expect(reasons[0]?.background).toBe(256);
  });
});
