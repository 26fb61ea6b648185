import type { LearnContract } from '#contracts/learn.ts';
import { accept } from '#core/result.ts';
import { openForJob } from '#db/open-for-job.ts';
import { dropTraining } from '#db/training-checkpoint.ts';
import { serve } from '#rpc/serve.ts';
import { reviewModel } from './care/review-model.ts';
import { describeColumns } from './describe-columns.ts';
import { exportModel } from './export-model/export-model.ts';
import { measurePace } from './measure-pace.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { rankCustomers } from './rank-customers.ts';
import { explainColumns } from './reasons/explain-columns.ts';
import { explainCustomer, explainPlaces, scoreWhatIf } from './reasons/explain-customer.ts';
import { findSimilarCustomers } from './reasons/similar-customers.ts';
import { forecastRepurchase } from './repurchase/forecast-repurchase.ts';
import { scoreDatabase } from './score-database.ts';
import { trainModel } from './train-model.ts';

serve<LearnContract>(self, {
  describe: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? describeColumns(db.value, input) : db;
  },
  train: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? oneAtATime(() => trainModel(db.value, input, job)) : db;
  },
  pace: (_, job) => measurePace(job),
  forgetTraining: async (_, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    await dropTraining(db.value);
    return accept(null);
  },
  repurchase: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? oneAtATime(() => forecastRepurchase(db.value, input, job)) : db;
  },
  score: async (input, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    const isOwn = input.database === job.host.database;
    const target = isOwn ? db : await openForJob({ database: input.database });
    if (!target.ok) return target;
    return oneAtATime(() => scoreDatabase(db.value, target.value, input, job));
  },
  review: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? reviewModel(db.value, input, job) : db;
  },
  rank: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? rankCustomers(db.value, input) : db;
  },
  explain: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? explainCustomer(db.value, input, job) : db;
  },
  whatIf: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? scoreWhatIf(db.value, input, job) : db;
  },
  effects: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? explainColumns(db.value, input, job) : db;
  },
  similar: async (input, job) => {
    const db = await openForJob(job.host);
    return db.ok ? findSimilarCustomers(db.value, input, job) : db;
  },
  explainPlaces: async (input, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    const target = await openForJob({ database: input.database });
    return target.ok ? explainPlaces(db.value, target.value, input, job) : target;
  },
  exportModel: async (input, job) => {
    const db = await openForJob(job.host);
    if (!db.ok) return db;
    const { database } = input;
    const target = database === undefined ? undefined : await openForJob({ database });
    if (target?.ok === false) return target;
    return exportModel(db.value, target?.value, input, job);
  },
});
