import { expect, test } from 'vitest';
import { readColumns } from '#db/columns.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { readMeta } from '#db/meta.ts';
import { listRecords } from '#db/sealed-table.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { trainModel } from '#workers/learn/train-model.ts';
import { restoreEverything } from './restore-everything.ts';
import { writeEverything } from './write-everything.ts';

const now = askBought.now;
const watch = {
  host: { database: '', base: '' },
  signal: new AbortController().signal,
  beat: () => undefined,
  progress: () => undefined,
};

/** A book with a model in use and a suggestion that was answered by its score. */
const openBook = async () => {
  const db = await openTestDatabase();
  await fillLearnTable(
    db,
    Array.from({ length: 300 }, (_, ord) => seededCustomer(ord)),
  );
  const trained = await trainModel(db, { ...askBought, mode: 'logistic' }, watch);
  if (!trained.ok) throw new Error(trained.refusal.code);
  const { id } = trained.value;
  const base = { id: 'r1', createdAt: now, updatedAt: now, rev: 0, customerId: 'c1' };
  const record = {
    ...base,
    ...{ kind: 'visit' as const, reason: '', status: 'accepted' as const },
    ...{ modelId: id, probability: 0.75 },
  };
  const writes = [{ table: 'recommendations' as const, record }];
  await commit(db, { label: 'recommendation-answered', now, writes });
  return { db, modelId: id };
};

const fileOf = async (db: Database, withModels: boolean) => {
  const written = await writeEverything(db, { withModels, now }, watch);
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value.file;
};

test('no model and no score leaves with everything unless it is asked for, also not with a suggestion', async () => {
  const { db } = await openBook();
  const text = await (await fileOf(db, false)).text();
  const tables = text.match(/^\["(\w+)"/gmu) ?? [];
  expect(tables.filter((table) => table.startsWith('["model'))).toEqual([]);
  expect(text).not.toMatch(/scores\.|"probability"|"activeModel"/u);
  expect(text).toContain('"recommendations"');
  const other = await openTestDatabase();
  expect((await restoreEverything(other, { file: await fileOf(db, false) }, watch)).ok).toBe(true);
  expect(await listRecords(other, 'models')).toEqual([]);
});

test('asked for, the model comes with its scores and with who had an answer', async () => {
  const { db, modelId } = await openBook();
  const other = await openTestDatabase();
  const file = await fileOf(db, true);
  expect((await restoreEverything(other, { file }, watch)).ok).toBe(true);
  expect((await readMeta(other)).activeModel).toBe(modelId);
  const [ours] = await readColumns(db, `scores.${modelId}`);
  const [theirs] = await readColumns(other, `scores.${modelId}`);
  expect(theirs?.columns).toEqual(ours?.columns);
  expect(ours?.columns.answered?.slice(0, 3)).toEqual([false, true, true]);
  const [suggestion] = await listRecords(other, 'recommendations');
  expect(suggestion?.probability).toBe(0.75);
});

test('at rest a model and its scores are sealed: what lies on disk tells no column, value or score', async () => {
  const { db } = await openBook();
  const rows = [
    ...(await db.dexie.models.toArray()),
    ...(await db.dexie.columns.filter(({ set }) => set.startsWith('scores.')).toArray()),
  ];
  expect(rows.length).toBeGreaterThan(1);
  for (const row of rows) {
    const bytes = Object.values(row).filter(
      (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer,
    );
    expect(bytes.length).toBeGreaterThan(0);
    const clear = JSON.stringify(row, (_key, value) =>
      ArrayBuffer.isView(value) || value instanceof ArrayBuffer
        ? new TextDecoder('latin1').decode(value as Uint8Array)
        : value,
    );
    expect(clear).not.toMatch(/bought|channel|probability|answered|counted/u);
  }
});
