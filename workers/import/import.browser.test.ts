import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportContract } from '#contracts/import.ts';
import type { Database } from '#db/database.ts';
import { closeDatabase, eraseDatabase, openDatabase } from '#db/open-database.ts';
import { countRecords, listRecords } from '#db/sealed-table.ts';
import { type Connection, connect, type WorkerLike } from '#rpc/connect.ts';

const database = 'import-browser-test';
const patience = { silenceMs: 60_000, cancelMs: 30_000 };

const startWorker = () =>
  new Worker(new URL('./import.worker.ts', import.meta.url), {
    type: 'module',
  }) as unknown as WorkerLike;

let worker: Connection<ImportContract>;
beforeAll(async () => {
  await eraseDatabase(database);
  worker = connect<ImportContract>(
    startWorker,
    () => ({ database, base: location.href }),
    undefined,
    patience,
  );
});
afterAll(async () => {
  worker.close();
  await eraseDatabase(database);
});

const open = async (): Promise<Database> => {
  const opened = await openDatabase(database);
  if (!opened.ok) throw new Error(opened.refusal.code);
  return opened.value;
};

const propose = async (file: Blob) => {
  const reading = await worker.call('inspect', { file, name: 'a.csv' });
  if (!reading.ok) throw new Error(reading.refusal.code);
  const { settings, columns, kind } = reading.value;
  return { file, name: 'a.csv', as: kind, settings, columns, currency: 'EUR', now: 1 };
};

test('the real worker imports a file, and every cell is there when the database opens again', async () => {
  const file = new Blob([
    'name;Ort;Umsatz;Kunde seit;aktiv\n"Müller; Söhne";Köln;1.234,50;31.12.2019;no\nKlein;Bonn;0,5;01.02.2020;yes\n',
  ]);
  const receipt = await worker.call('run', { ...(await propose(file)), importId: 'first' });
  expect(receipt).toMatchObject({ value: { rowsRead: 2, added: 2, skipped: 0, delimiter: ';' } });
  const db = await open();
  const customers = await listRecords(db, 'customers', { index: 'ord' });
  expect(customers.map(({ name, custom }) => ({ name, ...custom }))).toEqual([
    { name: 'Müller; Söhne', Ort: 'Köln', Umsatz: 1234.5, 'Kunde seit': '2019-12-31', aktiv: 'no' },
    { name: 'Klein', Ort: 'Bonn', Umsatz: 0.5, 'Kunde seit': '2020-02-01', aktiv: 'yes' },
  ]);
  closeDatabase(db);
});

test('[I11] cancelled in the middle, nothing of the import is left, and the one before still is', async () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => `Shop ${at},Town ${at % 90},${at}`);
  const input = await propose(new Blob([`name,city,size\n${lines.join('\n')}\n`]));
  const controller = new AbortController();
  let abortedAt = 0;
  const result = await worker.call(
    'run',
    { ...input, importId: 'second' },
    {
      signal: controller.signal,
      onProgress: ({ rows }) => {
        if (rows < 2_000 || controller.signal.aborted) return;
        abortedAt = performance.now();
        controller.abort();
      },
    },
  );
  expect(result).toEqual({ ok: false, refusal: { code: 'cancelled' } });
  expect(abortedAt).toBeGreaterThan(0);
  const db = await open();
  expect(await countRecords(db, 'customers')).toBe(2);
  const undone = await worker.call('undo', { importId: 'first', now: 2 });
  expect(undone).toMatchObject({ ok: true });
  expect(await countRecords(db, 'customers')).toBe(0);
  expect(await countRecords(db, 'fieldDefinitions')).toBe(0);
  closeDatabase(db);
});

test('a picture named .csv is refused by the worker with its code', async () => {
  const file = new Blob([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)]);
  expect(await worker.call('inspect', { file, name: 'a.csv' })).toEqual({
    ok: false,
    refusal: { code: 'file-binary' },
  });
});
