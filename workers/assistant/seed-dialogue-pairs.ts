import type { DialoguePair } from '#core/assistant/conversation.ts';
import { seedPairs } from '#core/assistant/seed-pairs.ts';
import { accept, type Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { countRecords, listRecords } from '#db/sealed-table.ts';

const alive = (pairs: readonly DialoguePair[]): DialoguePair[] =>
  pairs.filter(({ deletedAt }) => deletedAt === undefined).sort((a, b) => a.order - b.order);

/**
 * The dialogue pairs of a database, by order. An empty table is filled with the seeds first; the
 * seeds are ordinary pairs from then on, and a person who deletes one keeps it deleted.
 */
export const listPairs = async (
  db: Database,
  now: number,
): Promise<Result<readonly DialoguePair[]>> => {
  if ((await countRecords(db, 'dialoguePairs')) === 0) {
    const writes = seedPairs(now).map((record) => ({ table: 'dialoguePairs', record }) as const);
    const seeded = await commit(db, { label: 'pairs-seeded', now, writes, undoable: false });
    // Another tab may have seeded in between: its pairs are the same ones.
    if (!seeded.ok && seeded.refusal.code !== 'edit-conflict') return seeded;
  }
  return accept(alive(await listRecords(db, 'dialoguePairs')));
};
