import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { makeDexie } from '#db/database.ts';
import { initial } from './0001-initial.ts';
import { drafts } from './0002-drafts.ts';

test('version 3 adds model bodies; the models of before are there', async () => {
  const before = new Dexie('migration-3', { autoOpen: false });
  before.version(1).stores(initial.stores);
  before.version(2).stores(drafts.stores);
  await before.open();
  await before.table('models').add({ id: 'm1', createdAt: 5 });
  before.close();
  const dexie = makeDexie('migration-3');
  await dexie.open();
  expect(await dexie.models.toCollection().primaryKeys()).toEqual(['m1']);
  expect(await dexie.modelBodies.count()).toBe(0);
  dexie.close();
});
