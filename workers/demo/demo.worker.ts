import type { DemoContract } from '#contracts/demo.ts';
import { accept } from '#core/result.ts';
import { openForJob } from '#db/open-for-job.ts';
import { serve } from '#rpc/serve.ts';
import { fillDemo } from './fill-demo.ts';

serve<DemoContract>(self, {
  prepare: async (_input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? accept({}) : db;
  },
  fill: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? fillDemo(db.value, input, job) : db;
  },
});
