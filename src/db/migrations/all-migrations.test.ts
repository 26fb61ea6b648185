import { expect, test } from 'vitest';
import schema from '#db/fixtures/schema.json' with { type: 'json' };
import { clearKeys } from '#db/record-tables.ts';
import { migrations } from './all-migrations.ts';

const snapshot: Record<string, string> = schema;
const head: Record<string, string> = Object.assign({}, ...migrations.map(({ stores }) => stores));

test('no table or index is ever taken away from the schema', () => {
  for (const [table, keys] of Object.entries(snapshot)) {
    const now = String(head[table]).split(', ');
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
    const allowed = ['id', 'importId', 'externalKey', '*matchKeys', ...keys];
    for (const index of String(head[table]).split(', '))
      for (const part of index.replace(/[[\]]/gu, '').split('+'))
        expect(allowed, `${table}.${index}`).toContain(part);
  }
});
