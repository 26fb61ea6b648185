import { expect, test } from 'vitest';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { listTrash } from '#db/list-trash.ts';
import { listRecords } from '#db/sealed-table.ts';
import { restoreRecords } from '#db/trash.ts';
import { undoLast } from '#db/undo.ts';
import { saveTargets } from './save-targets.ts';

test('a target is set, changed, emptied, and undo brings it back', async () => {
  const db = await openTestDatabase();
  const targets = () => listRecords(db, 'targets', { index: 'period', equals: '2026-11' });
  await saveTargets(db, '2026-11', [], { revenue: 500_000, visits: 40 }, 1);
  expect((await targets()).map(({ metric, value }) => [metric, value])).toEqual([
    ['revenue', 500_000],
    ['visits', 40],
  ]);
  await saveTargets(db, '2026-11', await targets(), { visits: 50 }, 2);
  await saveTargets(db, '2026-11', await targets(), { revenue: undefined }, 3);
  const inUse = async () =>
    (await targets()).filter(({ deletedAt }) => deletedAt === undefined).map(({ value }) => value);
  expect(await inUse()).toEqual([50]);
  await undoLast(db, 4);
  expect(await inUse()).toEqual([500_000, 50]);
});

test('an emptied target lies in the trash, comes back from it, and gives way to a new one', async () => {
  const db = await openTestDatabase();
  const targets = () => listRecords(db, 'targets', { index: 'period', equals: '2026-11' });
  await saveTargets(db, '2026-11', [], { visits: 40 }, 1);
  await saveTargets(db, '2026-11', await targets(), { visits: undefined }, 2);
  const [line] = await listTrash(db);
  expect(line).toMatchObject({ table: 'targets', deletedAt: 2, record: { value: 40 } });
  await restoreRecords(db, [{ table: 'targets', id: '2026-11|visits' }], 3);
  expect((await targets())[0]).not.toHaveProperty('deletedAt');
  await saveTargets(db, '2026-11', await targets(), { visits: undefined }, 4);
  await saveTargets(db, '2026-11', await targets(), { visits: 60 }, 5);
  expect(await targets()).toMatchObject([{ value: 60 }]);
  expect(await listTrash(db)).toEqual([]);
});
