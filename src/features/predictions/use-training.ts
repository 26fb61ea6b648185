import { useSyncExternalStore } from 'react';
import type { TrainProgress } from '#contracts/learn.ts';
import { type JobState, readJob, subscribeJobs } from '#jobs/job-store.ts';

/** The error of one round of a training. */
export type Round = { readonly loss: number; readonly validationLoss: number };

type Training = { readonly job: JobState | undefined; readonly history: readonly Round[] };

let training: Training = { job: undefined, history: [] };

const follow = () => {
  const job = readJob('train');
  if (job === training.job) return;
  const before = job?.id === training.job?.id ? training.history : [];
  // The second fit, on all customers, tells no curve: the first one's stays.
  const { history = before } = (job?.progress ?? {}) as Partial<TrainProgress>;
  training = { job, history };
};

const read = () => {
  follow();
  return training;
};

/** The newest training, running or ended, with its curve so far. */
export const useTraining = (): Training => useSyncExternalStore(subscribeJobs, read);
