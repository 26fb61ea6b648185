import type { SegmentContract } from '#contracts/segment.ts';
import { openForJob } from '#db/open-for-job.ts';
import { serve } from '#rpc/serve.ts';
import { describeChoices } from './describe-choices.ts';
import { findSegments } from './find-segments.ts';
import { readPoints } from './read-points.ts';

serve<SegmentContract>(self, {
  describe: async (_input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? describeChoices(db.value) : db;
  },
  points: async ({ runId }, job) => {
    const db = await openForJob(job.host);
    return db.ok ? readPoints(db.value, runId) : db;
  },
  run: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? findSegments(db.value, input, job) : db;
  },
});
