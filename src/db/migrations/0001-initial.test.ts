import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { makeDexie } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import { initial } from './0001-initial.ts';
import { drafts } from './0002-drafts.ts';
import { headVersion } from './all-migrations.ts';

test('version 1 makes the tables it names', async () => {
  const dexie = makeDexie('migration-1');
  await dexie.open();
  const names = dexie.tables.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(initial.stores)));
  dexie.close();
});

test('a database of a newer Rapport is refused and left alone', async () => {
  const newer = new Dexie('newer');
  newer.version(headVersion + 1).stores({ ...initial.stores, ...drafts.stores, later: 'id' });
  await newer.open();
  newer.close();
  const opened = await openDatabase('newer');
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'database-newer' } });
});
