import { liveQuery } from 'dexie';

/** What a watch gives: the shape every observable of the web has. */
export type Watched<T> = {
  readonly subscribe: (observer: {
    readonly next: (value: T) => void;
    readonly error?: (error: unknown) => void;
  }) => { readonly unsubscribe: () => void };
};

/** Runs a reading now and again whenever a thread or tab changes what it read. */
export const watch = <T>(read: () => Promise<T>): Watched<T> => liveQuery(read) as Watched<T>;

/** Where there is nothing to read: never tells anything. */
export const unwatched: Watched<undefined> = {
  subscribe: () => ({ unsubscribe: () => undefined }),
};

/**
 * The same for rows that are opened after they were read: outside of what Dexie follows a promise costs
 * a fraction. What was read last is told last, however long the opening of what came before takes.
 */
export const watchOpened = <Rows, T>(
  read: () => Promise<Rows>,
  open: (rows: Rows) => Promise<T>,
): Watched<T> => ({
  subscribe: ({ next, error }) => {
    let newest = 0;
    const tell = async (rows: Rows) => {
      newest += 1;
      const round = newest;
      try {
        const value = await open(rows);
        if (round === newest) next(value);
      } catch (reason) {
        if (round === newest) error?.(reason);
      }
    };
    const watching = watch(read).subscribe({
      next: (rows) => void tell(rows),
      ...(error === undefined ? {} : { error }),
    });
    return {
      unsubscribe: () => {
        newest = -1;
        watching.unsubscribe();
      },
    };
  },
});
