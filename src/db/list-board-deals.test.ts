import { expect, test } from 'vitest';
import { dayMs } from '#core/day-number.ts';
import type { Deal } from '#core/sales/deal.ts';
import { moveDeal } from '#core/sales/deal-board.ts';
import { commit } from './commit.ts';
import { openTestDatabase } from './fixtures/open-test-database.ts';
import { listBoardDeals } from './list-board-deals.ts';

const now = 1_000 * dayMs;
const deal = (id: string, stage: Deal['stage'], daysAgo: number): Deal => ({
  id,
  createdAt: 1,
  updatedAt: 1,
  rev: 0,
  name: id,
  stage,
  productIds: [],
  stageHistory: [{ stage, at: now - daysAgo * dayMs }],
  custom: {},
});
const write = (records: readonly Deal[]) => ({
  label: 'deal-saved' as const,
  now,
  writes: records.map((record) => ({ table: 'deals' as const, record })),
});

test('the board reads open deals and what ended lately; older ones and the trash are counted out', async () => {
  const db = await openTestDatabase();
  await commit(
    db,
    write([
      deal('open', 'proposal', 400),
      deal('new win', 'won', 10),
      deal('old win', 'won', 100),
      deal('loss', 'lost', 89),
      { ...deal('gone', 'won', 5), deletedAt: now },
      { ...deal('gone too', 'qualified', 5), deletedAt: now },
    ]),
  );
  const board = await listBoardDeals(db, now - 90 * dayMs, new Map());
  expect(board.open.map(({ id }) => id)).toEqual(['open']);
  expect(board.closed.map(({ id }) => id).toSorted()).toEqual(['loss', 'new win']);
  expect(board.counts).toEqual({ won: 2, lost: 1 });
});

test('a deal that has not changed is not opened again; one that moved is', async () => {
  const db = await openTestDatabase();
  await commit(db, write([deal('a', 'qualified', 1), deal('b', 'qualified', 1)]));
  const kept = new Map<string, Deal>();
  const before = await listBoardDeals(db, 0, kept);
  const [a, b] = before.open;
  if (a === undefined || b === undefined) throw new Error('two deals were written');
  await commit(db, write([moveDeal(b, 'won', now)]));
  const after = await listBoardDeals(db, 0, kept);
  expect(after.open[0]).toBe(a);
  expect(after.closed).toMatchObject([{ id: 'b', stage: 'won', rev: 2 }]);
});

test('a row of an older version, which does not say since when, is judged by its history or its making', async () => {
  const db = await openTestDatabase();
  const { stageHistory: _, ...bare } = deal('made lately', 'won', 0);
  await commit(
    db,
    write([
      deal('lately', 'won', 10),
      deal('long ago', 'won', 100),
      { ...bare, createdAt: now - 5 * dayMs, stageHistory: [] },
      { ...bare, id: 'made long ago', createdAt: now - 500 * dayMs, stageHistory: [] },
    ]),
  );
  await db.dexie.deals.toCollection().modify((row) => {
    Reflect.deleteProperty(row, 'stageSince');
  });
  const board = await listBoardDeals(db, now - 90 * dayMs, new Map());
  expect(board.closed.map(({ id }) => id).toSorted()).toEqual(['lately', 'made lately']);
  expect(board.counts).toEqual({ won: 4, lost: 0 });
});
