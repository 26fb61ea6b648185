import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Result } from '#core/result.ts';
import { readColumns } from './columns.ts';
import { commit, type Write } from './commit.ts';
import type { Database } from './database.ts';
import {
  type Answer,
  type BookModel,
  type ModelCustomer,
  openBookModel,
} from './fixtures/book-model.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { type Action, beginning, phrase } from './fixtures/random-actions.ts';
import { mergeCustomers, unmergeCustomers } from './merge-customers.ts';
import { emptyTrash } from './purge-trash.ts';
import { findRecords, listRecords } from './sealed-table.ts';
import { deleteCustomers, type RecordRef, restoreRecords } from './trash.ts';
import { redoLast, undoLast } from './undo.ts';

const tableOf = (id: string): 'contacts' | 'orders' =>
  Number(id.slice(1)) % 2 === 0 ? 'contacts' : 'orders';

const answerOf = (result: Result<unknown>): Answer =>
  result.ok ? 'done' : (result.refusal.code as Answer);

type Part = Partial<Pick<ModelCustomer, 'name' | 'industry'>> & {
  readonly tags?: string[];
  readonly lifecycle?: 'lost' | 'lead';
};

const partOf = (field: string, word: string): Part => {
  if (field === 'tags') return { tags: [word] };
  if (field === 'lifecycle') return { lifecycle: word === 'red' ? 'lost' : 'lead' };
  return { [field]: word };
};

const newItem = (id: string, customerId: string): Write => {
  const common = { id, customerId, createdAt: 0, updatedAt: 0, rev: 0, custom: {} };
  if (tableOf(id) === 'contacts')
    return { table: 'contacts', record: { ...common, name: id, phones: [], emails: [] } };
  const sale = { kind: 'order', date: '2025-01-01', status: 'done', currency: 'EUR' } as const;
  return { table: 'orders', record: { ...common, ...sale, number: id, totalMinor: 0, lines: [] } };
};

const liveOf = async (db: Database, ids: readonly string[]) =>
  (await findRecords(db, 'customers', ids)).filter(({ deletedAt }) => deletedAt === undefined);

const write = async (db: Database, now: number, writes: readonly Write[]): Promise<Answer> =>
  writes.length === 0
    ? 'not-found'
    : answerOf(await commit(db, { label: 'customers-changed', now, writes }));

/** Does an action to the database as a screen would. */
const act = async (db: Database, what: Action, now: number): Promise<Answer | undefined> => {
  switch (what.kind) {
    case 'begin': {
      const customers = Object.entries(what.customers).map(
        ([id, name]): Write => ({ table: 'customers', record: newCustomer(id, { name }) }),
      );
      const items = Object.entries(what.items).map(([id, of]) => newItem(id, of));
      return write(db, now, [...customers, ...items]);
    }
    case 'create': {
      if ((await findRecords(db, 'customers', [what.id])).length > 0) return undefined;
      const record = newCustomer(what.id, { name: what.word });
      return write(db, now, [{ table: 'customers', record }]);
    }
    case 'add': {
      if ((await findRecords(db, tableOf(what.id), [what.id])).length > 0) return undefined;
      const live = await liveOf(db, [what.of]);
      return write(db, now, live.length === 0 ? [] : [newItem(what.id, what.of)]);
    }
    case 'edit': {
      const part = partOf(what.field, what.word);
      const live = await liveOf(db, what.ids);
      return write(
        db,
        now,
        live.map((record) => ({ table: 'customers', record: { ...record, ...part } })),
      );
    }
    case 'deleteItem': {
      const found = await findRecords(db, tableOf(what.id), [what.id]);
      const live = found.filter(({ deletedAt }) => deletedAt === undefined);
      const writes = live.map((record) => ({ ...record, deletedAt: now }));
      return write(
        db,
        now,
        writes.map((record) => ({ table: tableOf(what.id), record }) as Write),
      );
    }
    case 'delete':
      return answerOf(await deleteCustomers(db, what.ids, now));
    case 'restore': {
      const refs = what.ids.map((id): RecordRef => {
        const table = id.startsWith('c') ? 'customers' : tableOf(id);
        return { table, id };
      });
      return answerOf(await restoreRecords(db, refs, now));
    }
    case 'merge': {
      const choices = { name: what.side };
      const merge = { winnerId: what.id, loserId: what.of, choices, now };
      return answerOf(await mergeCustomers(db, merge));
    }
    case 'unmerge':
      return answerOf(await unmergeCustomers(db, { loserId: what.id, now }));
    case 'undo':
      return answerOf(await undoLast(db, now));
    case 'redo':
      return answerOf(await redoLast(db, now));
    case 'empty':
      await emptyTrash(db, now);
      return undefined;
  }
};

const fresh = (name: string): ModelCustomer => ({ name, lifecycle: 'active', tags: [] });
const itemOf = (id: string, customerId: string) => ({ kind: tableOf(id), customerId, text: id });

/** Says the same to the model. */
const predict = (model: BookModel, what: Action, now: number): Answer | undefined => {
  const { customers, items } = model.book();
  switch (what.kind) {
    case 'begin':
      return model.begin(
        new Map(Object.entries(what.customers).map(([id, name]) => [id, fresh(name)])),
        new Map(Object.entries(what.items).map(([id, of]) => [id, itemOf(id, of)])),
      );
    case 'create':
      if (customers.has(what.id)) return undefined;
      return model.create(what.id, fresh(what.word));
    case 'add':
      if (items.has(what.id)) return undefined;
      return model.addItem(what.id, itemOf(what.id, what.of));
    case 'edit':
      return model.edit(what.ids, partOf(what.field, what.word));
    case 'deleteItem':
      return model.deleteItem(what.id, now);
    case 'delete':
      return model.deleteCustomers(what.ids, now);
    case 'restore':
      return model.restore(what.ids);
    case 'merge':
      return model.merge(what.id, what.of, what.side, now);
    case 'unmerge':
      return model.unmerge(what.id);
    case 'undo':
      return model.undo();
    case 'redo':
      return model.redo();
    case 'empty':
      model.emptyTrash();
      return undefined;
  }
};

const sorted = <T>(entries: Iterable<readonly [string, T]>) =>
  [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** The database in the model's words. */
const readBook = async (db: Database) => {
  const customers = await listRecords(db, 'customers');
  const contacts = await listRecords(db, 'contacts');
  const orders = await listRecords(db, 'orders');
  const item = (
    kind: string,
    text: string,
    of: { customerId: string; deletedAt?: number | undefined },
  ) => ({
    kind,
    customerId: of.customerId,
    text,
    ...(of.deletedAt === undefined ? {} : { deletedAt: of.deletedAt }),
  });
  return {
    customers: sorted(
      customers.map(({ id, name, industry, lifecycle, tags, deletedAt, mergedInto }) => [
        id,
        JSON.parse(JSON.stringify({ name, industry, lifecycle, tags, deletedAt, mergedInto })),
      ]),
    ),
    items: sorted([
      ...contacts.map((one) => [one.id, item('contacts', one.name, one)] as const),
      ...orders.map((one) => [one.id, item('orders', one.number, one)] as const),
    ]),
  };
};

/** The columns show the live ones at one place each, with the values of now. */
const expectColumns = async (db: Database, model: BookModel) => {
  const { customers, items } = model.book();
  const shown = (await readColumns(db, 'customers.directory')).flatMap(({ ids, columns }) =>
    ids.flatMap((id, at) => (id === null ? [] : [[id, columns.name?.[at]] as const])),
  );
  const live = [...customers].filter(([, { deletedAt }]) => deletedAt === undefined);
  expect(sorted(shown)).toEqual(sorted(live.map(([id, { name }]) => [id, name] as const)));
  const heads = (await readColumns(db, 'orders.head')).flatMap(({ ids, columns }) =>
    ids.flatMap((id, at) => (id === null ? [] : [[id, columns.customerId?.[at]] as const])),
  );
  const orders = [...items].filter(
    ([, one]) => one.kind === 'orders' && one.deletedAt === undefined,
  );
  expect(sorted(heads)).toEqual(sorted(orders.map(([id, one]) => [id, one.customerId] as const)));
};

/** One database for all: opening a thousand takes longer than all that is done in them. */
const clearBook = async ({ dexie }: Database) => {
  const { customers, contacts, orders, columns, changes, changeBodies } = dexie;
  for (const table of [customers, contacts, orders, columns, changes, changeBodies])
    await table.clear();
};

test('[D8] whatever a thousand people do, delete, merge, undo and redo, the book is as predicted', async () => {
  const db = await openTestDatabase();
  const done = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(phrase, { minLength: 1, maxLength: 5 }), async (phrases) => {
      await clearBook(db);
      const model = openBookModel();
      for (const [at, what] of [beginning, ...phrases].flat().entries()) {
        const answer = await act(db, what, at + 1);
        expect(answer, what.kind).toBe(predict(model, what, at + 1));
        if (answer === 'done') done.set(what.kind, (done.get(what.kind) ?? 0) + 1);
      }
      const { customers, items } = model.book();
      expect(await readBook(db)).toEqual({ customers: sorted(customers), items: sorted(items) });
      await expectColumns(db, model);
    }),
    { numRuns: 1000, seed: 20_260_301 },
  );
  // A sequence in which nothing happens proves nothing: each kind was really done, many times.
  for (const kind of ['edit', 'delete', 'restore', 'merge', 'unmerge', 'undo', 'redo'])
    expect(done.get(kind) ?? 0, kind).toBeGreaterThan(120);
}, 300_000);
