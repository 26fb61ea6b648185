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
  // Dexie asks for Symbol.observable too, which nothing here uses.
  useObservable<T>(make as unknown as () => Observed<T>, [...deps]);
