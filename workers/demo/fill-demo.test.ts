import { expect, test } from 'vitest';
import { readColumns } from '#db/columns.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { countRecords, findRecord } from '#db/sealed-table.ts';
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

test('the demo is written whole, usable after its first thousand customers', async () => {
  const db = await openTestDatabase();
  const usableAt: number[] = [];
  const filled = await fillDemo(
    db,
    input,
    jobWith(new AbortController().signal, (usable) => usableAt.push(usable ? 1 : 0)),
  );
  if (!filled.ok) throw new Error(filled.refusal.code);
  expect(usableAt.indexOf(1)).toBeGreaterThan(1);
  expect(usableAt.at(-1)).toBe(1);
  expect(await countRecords(db, 'customers')).toBe(1_200);
  expect(await countRecords(db, 'orders')).toBe(filled.value.orders);
  expect(await countRecords(db, 'products')).toBe(120);
  const journal = await findRecord(db, 'imports', 'demo-1');
  expect(journal).toMatchObject({ as: 'demo', state: 'done', added: 1_320 + filled.value.orders });
  const heads = await readColumns(db, 'orders.head');
  expect(heads.flatMap(({ ids }) => ids).filter((id) => id !== null).length).toBe(
    filled.value.orders,
  );
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
  for (const table of ['customers', 'orders', 'products', 'fieldDefinitions'] as const)
    expect(await countRecords(db, table)).toBe(0);
  expect(await readColumns(db, 'customers.directory')).toEqual([]);
});
