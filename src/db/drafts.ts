import { openJson, sealJson } from '#sealing/v1/envelope.ts';
import type { Database, SealedDraft } from './database.ts';
import { bodySchema } from './record-tables.ts';

// A draft is no record: it has no revision, no line in the log, no sequence, and nothing is derived
// from it. So a keystroke wakes no screen and no worker, and undo never meets half a sentence.
const bindingOf = (id: string) => ({ table: 'drafts', id, rev: 0, schema: bodySchema });

/** Keeps what is being written, sealed, in the place of what was kept under this id before. */
export const keepDraft = async (db: Database, id: string, value: unknown): Promise<void> => {
  const envelope = await sealJson(db.keys, bindingOf(id), value);
  await db.dexie.drafts.put({ id, ...envelope });
};

const open = async (db: Database, { id, ...envelope }: SealedDraft) => ({
  id,
  value: await openJson(db.keys, bindingOf(id), envelope),
});

/** What was being written under ids that begin so. */
export const listDrafts = async (
  db: Database,
  prefix: string,
): Promise<{ readonly id: string; readonly value: unknown }[]> => {
  const rows = await db.dexie.drafts.where('id').startsWith(prefix).toArray();
  return Promise.all(rows.map((row) => open(db, row)));
};

/** Throws a draft away: it was saved, or is not wanted. */
export const dropDraft = (db: Database, id: string): Promise<void> => db.dexie.drafts.delete(id);
