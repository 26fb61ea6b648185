import type { Result } from '#core/result.ts';
import type { VaultKeys } from '#sealing/v1/vault.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';

const opened = new Map<string, Promise<Result<Database>>>();

/** Opens the database a worker was started for, once per name; a refusal is asked again next time. */
export const openForJob = async (host: {
  readonly database: string;
  readonly keys?: VaultKeys;
}): Promise<Result<Database>> => {
  const known = await opened.get(host.database);
  if (known?.ok && known.value.dexie.isOpen()) return known;
  const opening = openDatabase(host.database, host.keys);
  opened.set(host.database, opening);
  return opening;
};
