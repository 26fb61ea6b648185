/** What this page has fetched since it was opened, and what its policy had to refuse. */
export type RequestCount = {
  readonly own: number;
  readonly foreign: number;
  readonly refused: number;
};

const isOwn = (url: string) => {
  const { origin, protocol } = new URL(url, location.href);
  // Blobs and data are made here: they reach nobody.
  return origin === location.origin || protocol === 'blob:' || protocol === 'data:';
};

/** Entries the browser kept from before anybody listened; it drops those beyond its buffer. */
const buffered = (type: string): Promise<readonly PerformanceEntry[]> =>
  new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      observer.disconnect();
      resolve(list.getEntries());
    });
    observer.observe({ type, buffered: true });
    // Nothing buffered: the observer is never called.
    setTimeout(() => resolve([]), 200);
  });

const countRefused = (): number => {
  // Firefox does not have it.
  if (!('ReportingObserver' in globalThis)) return 0;
  const observer = new ReportingObserver(() => undefined, {
    types: ['csp-violation'],
    buffered: true,
  });
  observer.observe();
  const { length } = observer.takeRecords();
  observer.disconnect();
  return length;
};

/** Counts now. Workers fetch under the same policy; a foreign request of theirs fails as well. */
export const countRequests = async (): Promise<RequestCount> => {
  const urls = (await buffered('resource')).map(({ name }) => name);
  const own = urls.filter(isOwn).length;
  return { own, foreign: urls.length - own, refused: countRefused() };
};
