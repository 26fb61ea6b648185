import type { AssistantContract } from '#contracts/assistant.ts';
import { accept } from '#core/result.ts';
import { openForJob } from '#db/open-for-job.ts';
import { serve } from '#rpc/serve.ts';
import { ask } from './ask.ts';
import { classify } from './classify.ts';
import { importPairs, removePair, savePair } from './edit-pairs.ts';
import { listPairs } from './seed-dialogue-pairs.ts';

serve<AssistantContract>(self, {
  ask: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? ask(db.value, input) : db;
  },
  pairs: async ({ now }, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    const pairs = await listPairs(db.value, now);
    return pairs.ok ? accept(pairs.value.slice(0, 500)) : pairs;
  },
  savePair: async ({ pair, now }, job) => {
    const db = await openForJob(job.host);
    return db.ok ? savePair(db.value, pair, now) : db;
  },
  removePair: async ({ id, now }, job) => {
    const db = await openForJob(job.host);
    return db.ok ? removePair(db.value, id, now) : db;
  },
  importPairs: async ({ text, language, now }, job) => {
    const db = await openForJob(job.host);
    return db.ok ? importPairs(db.value, text, language, now) : db;
  },
  classify: (input, job) => classify(input, job),
});
