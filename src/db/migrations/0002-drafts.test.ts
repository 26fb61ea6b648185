import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { makeDexie } from '#db/database.ts';
import { initial } from './0001-initial.ts';

test('version 2 adds drafts and finds tasks by when they were done; the tasks of before are there', async () => {
  const before = new Dexie('migration-2', { autoOpen: false });
  before.version(1).stores(initial.stores);
  await before.open();
  await before.table('tasks').add({ id: 't1', status: 'open', dueAt: 5 });
  before.close();
  const dexie = makeDexie('migration-2');
  await dexie.open();
  expect(await dexie.tasks.where('[status+dueAt]').equals(['open', 5]).primaryKeys()).toEqual([
    't1',
  ]);
  expect(await dexie.tasks.where('doneAt').above(0).count()).toBe(0);
  expect(await dexie.drafts.count()).toBe(0);
  dexie.close();
});
