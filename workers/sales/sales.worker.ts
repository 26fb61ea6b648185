import type { SalesContract } from '#contracts/sales.ts';
import { accept, type Result } from '#core/result.ts';
import { openForJob } from '#db/open-for-job.ts';
import { type Job, serve } from '#rpc/serve.ts';
import {
  answerOrders,
  answerProducts,
  openDesk,
  refreshOrders,
  refreshProducts,
  type SalesDesk,
} from './sales-desk.ts';

let desk: SalesDesk | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Answers one call after the other, from what is in the database now. */
const answer = <T>(
  job: Pick<Job<never>, 'host' | 'beat'>,
  from: (desk: SalesDesk) => Promise<T>,
): Promise<Result<T>> => {
  // A million order heads take seconds to open on a tablet: alive is all one can say.
  const beating = setInterval(job.beat, 1_000);
  const next = last
    .then(async (): Promise<Result<T>> => {
      const db = await openForJob(job.host);
      if (!db.ok) return db;
      if (desk?.db !== db.value) desk = openDesk(db.value);
      return accept(await from(desk));
    })
    .finally(() => clearInterval(beating));
  last = next.catch(() => undefined);
  return next;
};

serve<SalesContract>(self, {
  findProducts: (query, job) =>
    answer(job, async (current) => {
      await refreshProducts(current);
      return answerProducts(current, query);
    }),
  findOrders: (query, job) =>
    answer(job, async (current) => {
      await refreshOrders(current);
      return answerOrders(current, query);
    }),
});
