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

// From the first visit on, so that the curve is whole when somebody walks away and comes back.
subscribeJobs(follow);

const read = () => {
  follow();
  return training;
};

let known: JobState | undefined;

const readKnown = () => {
  const { job } = read();
  if (job?.id !== known?.id || job?.state !== known?.state) known = job;
  return known;
};

/** The newest training, running or ended. Changes when it starts and ends, not with its progress. */
export const useTraining = (): JobState | undefined =>
  useSyncExternalStore(subscribeJobs, readKnown);

/** Messages come by the dozen; drawing each would cost the page more than it tells. */
const calmMs = 250;

const subscribeCalmly = (listener: () => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = subscribeJobs(() => {
    timer ??= setTimeout(() => {
      timer = undefined;
      shown = training;
      listener();
    }, calmMs);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
};

let shown: Training = training;

const readShown = () => {
  if (shown.job?.id !== read().job?.id) shown = training;
  return shown;
};

/** The newest training with its progress and its curve so far, four times a second. */
export const useTrainingProgress = (): Training => useSyncExternalStore(subscribeCalmly, readShown);
