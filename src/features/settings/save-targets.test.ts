import { expect, test } from 'vitest';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { listRecords } from '#db/sealed-table.ts';
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
  expect((await targets()).map(({ value }) => value)).toEqual([50]);
  await undoLast(db, 4);
  expect((await targets()).map(({ value }) => value)).toEqual([500_000, 50]);
});
