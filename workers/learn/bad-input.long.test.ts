import { describe, expect, test, vi } from 'vitest';
import type { LearnContract } from '#contracts/learn.ts';
import type { FieldType } from '#core/customers/field-definition.ts';
import { warnAbout } from '#core/predictions/judge-model.ts';
import type { CustomValue } from '#core/record.ts';
import type { Refusal } from '#core/result.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { readMeta } from '#db/meta.ts';
import { countRecords } from '#db/sealed-table.ts';
import { en } from '#i18n/en.ts';
import { zh } from '#i18n/zh.ts';
import { askBought, fillLearnTable, seededCustomer } from './fixtures/fill-learn-table.ts';
import { scoreDatabase } from './score-database.ts';
import { trainModel } from './train-model.ts';

// A busy machine trains slowly.
vi.setConfig({ testTimeout: 60_000 });

type Input = LearnContract['train']['input'];
type Custom = Readonly<Record<string, CustomValue>>;
type Fields = readonly (readonly [string, FieldType])[];

const job = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

const bestWay = { mode: 'default', backend: 'simd' } as const;

const open = async (
  count: number,
  change: (custom: Custom, ord: number) => Custom = () => ({}),
  more: Fields = [],
) => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: count }, (_, ord) => {
    const { custom } = seededCustomer(ord);
    return seededCustomer(ord, { custom: { ...custom, ...change(custom, ord) } });
  });
  await fillLearnTable(db, customers, more);
  return db;
};

const train = (db: Database, more: Partial<Input> = {}) =>
  trainModel(db, { ...askBought, ...bestWay, ...more }, job);

const trained = async (db: Database, more: Partial<Input> = {}) => {
  const result = await train(db, more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

const scoresOf = async (db: Database, id: string) =>
  (await readColumns(db, `scores.${id}`)).flatMap(({ columns }) => columns.probability ?? []);

const expectFinite = (scores: ArrayLike<CustomValue>) => {
  expect(scores.length).toBeGreaterThan(0);
  expect(Array.from(scores).every((score) => Number(score) > 0 && Number(score) < 1)).toBe(true);
};

/** One clear sentence in both languages, with nothing missing in it, that says the old model stays. */
const expectSentence = ({ code, facts = {} }: Refusal) => {
  for (const words of [en, zh]) {
    const { what, safe, next } = words.refusals[code](facts);
    expect(`${what}${safe}${next}`).not.toMatch(/undefined|NaN/u);
    expect(safe).toMatch(/model in use|正在使用的模型|使用中的模型/u);
  }
};

describe('a question that cannot be answered is refused, and the old model stays in use', () => {
  // Columns of one table, so that a model of before is there each time.
  const columns: Fields = [
    ['twenty', 'yesno'],
    ['always', 'yesno'],
    ['hardly', 'yesno'],
    ['grade', 'choice'],
  ];
  const cells = (_: Custom, ord: number): Custom => ({
    twenty: ord < 20 ? (ord % 2 === 0 ? 'yes' : 'no') : null,
    always: 'yes',
    hardly: ord < 12 ? 'yes' : 'no',
    grade: ['a', 'b', 'c'][ord % 3] ?? 'a',
  });

  test.each([
    ['20 rows with an answer', 'twenty', 'yes', 'too-few-rows'],
    ['one answer only', 'always', 'yes', 'target-one-class'],
    ['an answer that hardly occurs', 'hardly', 'yes', 'too-few-positives'],
    ['three answers and none chosen', 'grade', '', 'target-not-binary'],
    ['a column that is not there', 'nowhere', 'yes', 'target-missing'],
  ])('%s', async (_name, field, positive, code) => {
    const db = await open(500, cells, columns);
    const before = await trained(db, { mode: 'logistic' });
    const kept = await scoresOf(db, before.id);
    const refused = await train(db, { target: { field, positive } });
    if (refused.ok) throw new Error('it was trained');
    expect(refused.refusal.code).toBe(code);
    expectSentence(refused.refusal);
    expect((await readMeta(db)).activeModel).toBe(before.id);
    expect(await countRecords(db, 'models')).toBe(1);
    expect(await scoresOf(db, before.id)).toEqual(kept);
  });
});

describe('columns that would spoil a model', () => {
  test('one that 999 of 1,000 customers lack is left out, and it is said why', async () => {
    const lacks = (_: Custom, ord: number) => ({
      fee: ord % 1000 === 7 ? ord : null,
      note: ord % 1000 === 7 ? 'yes' : null,
    });
    const db = await open(2000, lacks, [
      ['fee', 'number'],
      ['note', 'choice'],
    ]);
    const { recipe } = await trained(db);
    expect(recipe.left).toContainEqual({ column: 'fee', why: 'nearly-empty' });
    expect(recipe.left).toContainEqual({ column: 'note', why: 'nearly-empty' });
    expect(en.predictions.left['nearly-empty']).not.toBe(zh.predictions.left['nearly-empty']);
  });

  test('one with 5,000 values keeps its commonest, and it is said that the others are one', async () => {
    const street = (_: Custom, ord: number) => ({ street: `street ${(ord * ord) % 5003}` });
    const db = await open(11_000, street, [['street', 'choice']]);
    const model = await trained(db, { mode: 'logistic' });
    const used = model.recipe.columns.find(({ name }) => name === 'street');
    expect(used?.kind === 'choice' && used.levels.length).toBe(255);
    expect(warnAbout(model)).toContain('many-values');
    expectFinite(await scoresOf(db, model.id));
  });

  test('one that knows the answer is left out, one that is it as well, and the model is honest', async () => {
    const knows = ({ bought }: Custom, ord: number): Custom => ({
      invoice: bought === 'yes' && seededRandom(ord)() < 0.97 ? 100 + ord : 0,
      copy: bought === 'yes' ? 'A' : 'B',
    });
    const db = await open(1000, knows, [
      ['invoice', 'number'],
      ['copy', 'choice'],
    ]);
    const model = await trained(db);
    expect(model.recipe.left).toContainEqual({ column: 'copy', why: 'same-as-target' });
    expect(model.recipe.left).toContainEqual({ column: 'invoice', why: 'knows-the-answer' });
    expect(model.heldOut.ensemble?.auc).toBeLessThan(0.99);
  });

  test('infinities, absurd numbers and words among numbers count as missing, and are counted', async () => {
    const bad: readonly CustomValue[] = ['inf', '-Infinity', 'NaN', 1e308, 'about five'];
    const spoil = (_: Custom, ord: number) =>
      ord % 20 === 0 ? { visits: bad[(ord / 20) % bad.length] ?? null } : {};
    const db = await open(1000, spoil);
    for (const way of [bestWay, { mode: 'reference', backend: 'cpu' } as const]) {
      const model = await trained(db, way);
      expect(model.data.notFinite).toBe(50);
      expect(warnAbout(model)).toContain('not-finite');
      expectFinite(await scoresOf(db, model.id));
    }
  });

  test('numbers that a slip made text are learned from as numbers; a postcode is not', async () => {
    const written = ({ age, bought }: Custom, ord: number): Custom => {
      const random = seededRandom(ord + 300)();
      return {
        turnover:
          ord % 50 === 0 ? 'about 5' : String(bought === 'yes' ? 40 + 80 * random : 100 * random),
        postcode: `0${1000 + (Number(age) % 30)}`,
      };
    };
    const db = await open(1000, written, [
      ['turnover', 'text'],
      ['postcode', 'choice'],
    ]);
    const { recipe, heldOut, data } = await trained(db);
    expect(recipe.columns.find(({ name }) => name === 'turnover')?.kind).toBe('number');
    expect(recipe.columns.find(({ name }) => name === 'postcode')?.kind).toBe('choice');
    expect(data.notFinite).toBe(20);
    expect(heldOut.logistic.auc).toBeGreaterThan(0.6);
  });

  test('a table of two yes/no columns, where nearly all rows are equal, is trained and scored', async () => {
    const few = (_: Custom, ord: number): Custom => {
      const random = seededRandom(ord + 40);
      const isMember = random() < 0.5;
      return {
        member: isMember ? 'yes' : 'no',
        bought: random() < (isMember ? 0.6 : 0.2) ? 'yes' : 'no',
      };
    };
    const db = await open(800, few, [['member', 'yesno']]);
    const drop = ['age', 'visits', 'channel', 'joined'];
    const model = await trained(db, { drop });
    expect(model.heldOut.logistic.auc).toBeGreaterThan(0.6);
    expect(model.data.copies).toBeUndefined();
    expectFinite(await scoresOf(db, model.id));
  });
});

test('a table with a column less and one more is scored all the same, as if the column were empty', async () => {
  const db = await open(600);
  const model = await trained(db);
  const without = await open(300, () => ({ age: null, extra: 'x' }), [['extra', 'choice']]);
  const score = async (target: Database) => {
    const scored = await scoreDatabase(db, target, { modelId: model.id, backend: 'simd' }, job);
    if (!scored.ok) throw new Error(scored.refusal.code);
    return [...scored.value.probabilities];
  };
  const scores = await score(without);
  expectFinite(scores);
  expect(scores).toEqual(await score(await open(300, () => ({ age: null }))));
  expect((await readMeta(db)).activeModel).toBe(model.id);
});
