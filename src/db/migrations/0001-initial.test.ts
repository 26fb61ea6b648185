import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { makeDexie } from '#db/database.ts';
import schema from '#db/fixtures/schema.json' with { type: 'json' };
import { openDatabase } from '#db/open-database.ts';
import { clearKeys } from '#db/record-tables.ts';
import { initial } from './0001-initial.ts';
import { headVersion, migrations } from './all-migrations.ts';

const snapshot: Record<string, string> = schema;

test('version 1 makes the tables it names', async () => {
  const dexie = makeDexie('migration-1');
  await dexie.open();
  expect(dexie.tables.map(({ name }) => name).sort()).toEqual(Object.keys(initial.stores).sort());
  dexie.close();
});

test('no table or index is ever taken away from the schema', () => {
  const head = Object.assign({}, ...migrations.map(({ stores }) => stores));
  for (const [table, keys] of Object.entries(snapshot)) {
    const now = String(head[table] ?? '').split(', ');
    expect(now, table).toEqual(expect.arrayContaining(keys.split(', ')));
  }
});

test('every migration has a test beside it', () => {
  const files = Object.keys(import.meta.glob('./*.ts'));
  const steps = files.filter((file) => /^\.\/\d{4}-/u.test(file) && !file.includes('.test.'));
  expect(steps).toHaveLength(migrations.length);
  for (const step of steps) expect(files).toContain(step.replace('.ts', '.test.ts'));
});

test('every index over records is a clear key', () => {
  for (const [table, keys] of Object.entries(clearKeys)) {
    const indexes = String((initial.stores as Record<string, string>)[table]).split(', ');
    const allowed = ['id', 'importId', 'externalKey', ...keys];
    for (const index of indexes) expect(allowed, `${table}.${index}`).toContain(index);
  }
});

test('a database of a newer Rapport is refused and left alone', async () => {
  const newer = new Dexie('newer');
  newer.version(headVersion + 1).stores({ ...initial.stores, later: 'id' });
  await newer.open();
  newer.close();
  const opened = await openDatabase('newer');
  expect(opened).toMatchObject({ ok: false, refusal: { code: 'database-newer' } });
});
