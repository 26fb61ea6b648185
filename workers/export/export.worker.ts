import type { ExportContract } from '#contracts/export.ts';
import type { Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { openForJob } from '#db/open-for-job.ts';
import { type Job, serve } from '#rpc/serve.ts';
import { checkEverything, restoreEverything } from './restore-everything.ts';
import { writeAddressBook } from './write-address-book.ts';
import { writeEverything } from './write-everything.ts';
import { writeList } from './write-list.ts';

const withDatabase = async <T>(
  { host }: Pick<Job<never>, 'host'>,
  work: (db: Database) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const db = await openForJob(host);
  return db.ok ? work(db.value) : db;
};

serve<ExportContract>(self, {
  list: (input, job) => withDatabase(job, (db) => writeList(db, input, job)),
  addressBook: (_input, job) => withDatabase(job, (db) => writeAddressBook(db, job)),
  everything: (input, job) => withDatabase(job, (db) => writeEverything(db, input, job)),
  check: (input, job) => checkEverything(input, job),
  restore: (input, job) => withDatabase(job, (db) => restoreEverything(db, input, job)),
});
