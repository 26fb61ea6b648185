import type { Database } from '#db/database.ts';
import { closeDatabase, eraseDatabase } from '#db/open-database.ts';
import { removeWitness } from '#db/witness.ts';
import { closeWorkers } from '#jobs/host.ts';

/**
 * Ends all work, deletes the database with its keys, forgets the witness and the preferences, and
 * starts the page anew. The installed app itself stays, so that it opens without a network.
 */
export const eraseEverything = async (db: Database): Promise<void> => {
  closeWorkers();
  closeDatabase(db);
  await eraseDatabase(db.name);
  removeWitness(db.name);
  localStorage.clear();
  location.hash = '#/';
  location.reload();
};
