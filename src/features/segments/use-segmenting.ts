import { useSyncExternalStore } from 'react';
import { type JobState, readJob, subscribeJobs } from '#jobs/job-store.ts';

const read = () => readJob('segment');

/** The newest search for segments, running or ended. */
export const useSegmenting = (): JobState | undefined => useSyncExternalStore(subscribeJobs, read);
