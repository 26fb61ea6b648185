import { chunkRows } from './columns.ts';
import type { Database } from './database.ts';

/** First places of all chunks of a set, without opening any: shows which ones are gone. */
export const listChunkPlaces = async (db: Database, set: string): Promise<ReadonlySet<number>> => {
  const keys = await db.dexie.columns.where('set').equals(set).primaryKeys();
  return new Set(keys.map((key) => Number(key.slice(key.lastIndexOf(':') + 1)) * chunkRows));
};
