import type { Job } from '#rpc/serve.ts';

/** Work this long before letting messages in: a cancel is heard well within 200 ms. */
const turnMs = 40;

/**
 * Asked between two steps of a long loop: says the job is alive, lets a cancel message in every
 * 40 ms, and answers whether it came.
 */
export const takeTurns = (job: Pick<Job<unknown>, 'signal' | 'beat'>): (() => Promise<boolean>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > turnMs) {
      job.beat();
      await new Promise((resolve) => setTimeout(resolve, 0));
      since = performance.now();
    }
    return job.signal.aborted;
  };
};
