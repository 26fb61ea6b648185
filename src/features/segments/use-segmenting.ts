import { useSyncExternalStore } from 'react';
import { type JobState, readJob, subscribeJobs } from '#jobs/job-store.ts';

const read = () => readJob('segment');

let known: JobState | undefined;

const readKnown = () => {
  const job = read();
  if (job?.id !== known?.id || job?.state !== known?.state) known = job;
  return known;
};

/** The newest search for segments. Changes when it starts and ends, not with its progress. */
export const useSegmenting = (): JobState | undefined =>
  useSyncExternalStore(subscribeJobs, readKnown);

/** The same with its progress. */
export const useSegmentingProgress = (): JobState | undefined =>
  useSyncExternalStore(subscribeJobs, read);
