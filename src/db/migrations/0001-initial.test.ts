import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { makeDexie } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import { initial } from './0001-initial.ts';
import { headVersion } from './all-migrations.ts';

test('version 1 makes the tables it names', async () => {
  const dexie = makeDexie('migration-1');
  await dexie.open();
  expect(new Set(dexie.tables.map(({ name }) => name))).toEqual(
    new Set(Object.keys(initial.stores)),
  );
  dexie.close();
});

test('a database of a newer Rapport is refused and left alone', async () => {
  const newer = new Dexie('newer');
  newer.version(headVersion + 1).stores({ ...initial.stores, later: 'id' });
  await newer.open();
  newer.close();
  const opened = await openDatabase('newer');
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'database-newer' } });
});
