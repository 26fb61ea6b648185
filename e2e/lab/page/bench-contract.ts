import type { Result } from '#core/result.ts';
import type { OfferedFile } from './lab-contract.ts';

type KmeansRun = { ms: number; iterations: number; inertia: number };

/** Parts of the bench that run in the laboratory's page. Times in ms. */
export type BenchPage = {
  /** Writes the sealed rows of a database again into a plain one of the same stores. */
  readonly writeRaw: (input: {
    readonly from: string;
  }) => Promise<Result<{ ms: number; rows: number }>>;
  /** Our k-means and ml-kmeans from the file's first k rows, so many iterations at most; blocks the page. */
  readonly kmeansFromStart: (input: {
    readonly file: OfferedFile;
    readonly k: number;
    readonly iterations: number;
  }) => Promise<Result<{ ours: KmeansRun; plain: KmeansRun }>>;
  /** Our ten seeded starts of k-means; blocks the page. */
  readonly kmeansRestarts: (input: {
    readonly file: OfferedFile;
    readonly k: number;
    readonly seed: number;
  }) => Promise<Result<{ ms: number; inertia: number }>>;
  /** Trains our own engine on made-up rows; blocks the page. */
  readonly fitMatrix: (input: {
    readonly rows: number;
    readonly width: number;
    readonly members: number;
    readonly epochs: number;
    readonly batch: number;
    readonly seed: number;
  }) => Promise<Result<{ ms: number; loss: number; forwardMs: number }>>;
  /** Deletes a database and its raw copy. */
  readonly erase: (input: { readonly database: string }) => Promise<Result<null>>;
  /** Imports while the page watches itself for tasks over 50 ms. */
  readonly importWatched: (input: {
    readonly database: string;
    readonly file: OfferedFile;
    readonly as: 'customers' | 'orders';
    readonly map: 'auto' | 'none';
    readonly now: number;
  }) => Promise<Result<{ ms: number; rows: number; longTasks: readonly number[] }>>;
};
