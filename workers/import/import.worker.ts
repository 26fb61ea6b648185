import type { ImportContract } from '#contracts/import.ts';
import { openForJob } from '#db/open-for-job.ts';
import { removeImport } from '#db/remove-import.ts';
import { serve } from '#rpc/serve.ts';
import { inspectFile } from './inspect-file.ts';
import { checkImport, runImport } from './run-import.ts';

serve<ImportContract>(self, {
  inspect: (input) => inspectFile(input),
  run: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? runImport(db.value, input, job) : db;
  },
  check: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? checkImport(db.value, input, job) : db;
  },
  undo: async ({ importId, now }, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    return removeImport(db.value, importId, {
      now,
      onProgress: (removed) => job.progress({ removed }),
    });
  },
});
