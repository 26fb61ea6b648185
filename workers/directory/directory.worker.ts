import type { DirectoryContract } from '#contracts/directory.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { openForJob } from '#db/open-for-job.ts';
import type { Host } from '#rpc/protocol.ts';
import { serve } from '#rpc/serve.ts';
import { customKeysOf, findOrds, readRows, sumDirectory } from './answer-directory.ts';
import type { Directory } from './open-directory.ts';
import { loadCustomFields, refreshDirectory } from './refresh-directory.ts';

let directory: Directory | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Answers one call after the other, each from a directory that is up to date. */
const answer = <T>(
  host: Host,
  from: (directory: Directory, db: Database) => T | Promise<T>,
): Promise<Result<T>> => {
  const next = last.then(async (): Promise<Result<T>> => {
    const db = await openForJob(host);
    if (!db.ok) return db;
    directory = await refreshDirectory(db.value, directory);
    return accept(await from(directory, db.value));
  });
  last = next.catch(() => undefined);
  return next;
};

serve<DirectoryContract>(self, {
  find: (query, job) =>
    answer(job.host, async (current, db) => {
      await loadCustomFields(db, current, customKeysOf(query));
      return findOrds(current, query);
    }),
  rows: ({ ords }, job) => answer(job.host, (current) => readRows(current, ords)),
  totals: (_input, job) => answer(job.host, (current) => sumDirectory(current)),
});
