import { useObservable } from 'dexie-react-hooks';

type Observed<T> = ReturnType<Extract<Parameters<typeof useObservable<T>>[0], () => unknown>>;

/** The shape of a watch of the database (`watch` of #db/watch.ts). */
type Watched<T> = {
  readonly subscribe: (observer: {
    readonly next: (value: T) => void;
    readonly error?: (error: unknown) => void;
  }) => { readonly unsubscribe: () => void };
};

/**
 * Turns a watch of the database into state: undefined until the first answer, then always the
 * newest. `deps` are what the reading depends on. A failed reading throws to the error boundary.
 *
 *     const runs = useWatch(() => watch(() => listRecords(db, 'segmentRuns')), [db]);
 */
export const useWatch = <T>(make: () => Watched<T>, deps: readonly unknown[]): T | undefined =>
  useObservable<T>(() => {
    const watched = make();
    // The hook hands over functions instead of an observer, and asks for Symbol.observable, which
    // nothing here uses. What was just made has told nothing yet.
    const asked = {
      hasValue: () => false,
      subscribe: (next: (value: T) => void, error: (reason: unknown) => void) =>
        watched.subscribe({ next, error }),
    };
    return asked as unknown as Observed<T>;
  }, [...deps]);
