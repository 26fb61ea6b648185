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
