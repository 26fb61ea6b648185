import type { Database } from '#db/database.ts';
import { purgeTrash } from '#db/purge-trash.ts';
import { listUnfinishedImports } from '#db/remove-import.ts';
import { clearHalfRestore } from '#db/restore-records.ts';
import { undoImport } from '#jobs/import-jobs.ts';
import { joinTabs } from './alone.ts';

/** Removes imports and restores that were cut off by a crash or a dead battery: nothing half stays; and what has
 * been in the trash for 30 days. */
export const putAwayUnfinished = async (db: Database): Promise<void> => {
  if (!(await joinTabs())) return;
  await clearHalfRestore(db);
  for (const { id, fileName } of await listUnfinishedImports(db))
    await undoImport({ importId: id, now: Date.now() }, fileName);
  await purgeTrash(db, Date.now());
};
