import { expect, test } from 'vitest';
import { readColumns } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { removeImport } from '#db/remove-import.ts';
import { countRecords, findRecord, listRecords } from '#db/sealed-table.ts';
import { fillDemo } from './fill-demo.ts';

const input = {
  importId: 'demo-1',
  customers: 1_200,
  seed: 1,
  now: Date.UTC(2025, 8, 15),
  currency: 'EUR',
};

const jobWith = (signal: AbortSignal, told: (usable: boolean) => void = () => undefined) => ({
  host: { database: '', base: '' },
  signal,
  beat: () => undefined,
  progress: ({ usable }: { readonly usable: boolean }) => told(usable),
});

test('the demo is written whole, usable after its first customers', async () => {
  const db = await openTestDatabase();
  const usableAt: number[] = [];
  const filled = await fillDemo(
    db,
    input,
    jobWith(new AbortController().signal, (usable) => usableAt.push(usable ? 1 : 0)),
  );
  if (!filled.ok) throw new Error(filled.refusal.code);
  expect(usableAt.indexOf(1)).toBe(1);
  expect(usableAt.at(-1)).toBe(1);
  expect(await countRecords(db, 'customers')).toBe(1_200);
  expect(await countRecords(db, 'orders')).toBe(filled.value.orders);
  expect(await countRecords(db, 'products')).toBe(120);
  const { ms, ...counts } = filled.value;
  const added = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const journal = await findRecord(db, 'imports', 'demo-1');
  expect(journal).toMatchObject({ as: 'demo', state: 'done', added });
  for (const table of ['contacts', 'activities', 'tasks', 'deals'] as const)
    expect(await countRecords(db, table)).toBe(filled.value[table]);
  expect((await listRecords(db, 'targets')).map(({ id }) => id)).toContain('2025-09|visits');
  const heads = await readColumns(db, 'orders.head');
  expect(heads.flatMap(({ ids }) => ids).filter((id) => id !== null).length).toBe(
    filled.value.orders,
  );
});

const everyTable = [
  'customers',
  'contacts',
  'orders',
  'products',
  'fieldDefinitions',
  'activities',
  'tasks',
  'deals',
  'consents',
  'targets',
] as const;

test('removing the demo takes everything away, but for a target the rep has set', async () => {
  const db = await openTestDatabase();
  const own = { createdAt: 1, updatedAt: 1, rev: 0, period: '2025-09', value: 7 };
  const record = { ...own, id: '2025-09|visits', metric: 'visits' as const };
  await commit(db, { label: 'settings-saved', now: 1, writes: [{ table: 'targets', record }] });
  const filled = await fillDemo(db, input, jobWith(new AbortController().signal));
  expect(filled.ok).toBe(true);
  expect(await removeImport(db, 'demo-1', { now: input.now })).toMatchObject({ ok: true });
  for (const table of everyTable.slice(0, -1)) expect(await countRecords(db, table)).toBe(0);
  expect(await listRecords(db, 'targets')).toMatchObject([{ id: '2025-09|visits', value: 7 }]);
  expect(await readColumns(db, 'activities.head')).toEqual([]);
});

test('a cancelled demo leaves nothing behind', async () => {
  const db = await openTestDatabase();
  const controller = new AbortController();
  const filled = await fillDemo(
    db,
    input,
    jobWith(controller.signal, (usable) => {
      if (usable) controller.abort();
    }),
  );
  expect(filled).toEqual({ ok: false, refusal: { code: 'cancelled' } });
  for (const table of everyTable) expect(await countRecords(db, table)).toBe(0);
  expect(await readColumns(db, 'customers.directory')).toEqual([]);
});
