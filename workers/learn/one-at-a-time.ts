import { type Result, refuse } from '#core/result.ts';
import { trainingLock } from '#db/training-checkpoint.ts';

/**
 * One training at a time over all tabs: the graphics chip and the memory of a tablet bear no two.
 * The lock goes with the worker when that is ended. Refuses: busy-elsewhere.
 */
export const oneAtATime = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
  // Node 20, in tests, has no Web Locks.
  if (globalThis.navigator?.locks === undefined) return work();
  return navigator.locks.request(
    trainingLock,
    { ifAvailable: true },
    async (lock): Promise<Result<T>> => (lock === null ? refuse('busy-elsewhere') : work()),
  );
};
