const queues = new Map<string, Promise<unknown>>();

const inThisThread = <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const before = queues.get(name) ?? Promise.resolve();
  const after = before.then(work, work);
  queues.set(name, after);
  return after;
};

/**
 * Runs one piece of work at a time under a name, over all tabs and workers of the origin. Where
 * the platform has no Web Locks (Node 20, in tests) the order is kept within the thread.
 */
export const exclusive = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  globalThis.navigator?.locks === undefined
    ? inThisThread(name, work)
    : (navigator.locks.request(name, work) as Promise<T>);
