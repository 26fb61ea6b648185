import type { DirectoryContract } from '#contracts/directory.ts';
import type { BulkChange } from '#core/customers/bulk-change.ts';
import directoryUrl from '#workers/directory/directory.worker.ts?worker&url';
import { workerConnection } from './host.ts';
import { localToday } from './local-today.ts';

const connection = workerConnection<DirectoryContract>(directoryUrl, 'directory');

/** The places (ord) of the customers a query finds, in its order; with `firstRows` the first rows too. */
export const findCustomers = (query: DirectoryContract['find']['input'], signal?: AbortSignal) =>
  connection.call('find', { today: localToday(), ...query }, { signal });

/** Starts the worker ahead of the first list. */
export const startDirectory = () => connection.call('totals', {});

/** What a list shows of customers at these places, at most 500. */
export const readRows = (ords: readonly number[], signal?: AbortSignal) =>
  connection.call('rows', { ords }, { signal });

/** Customers that are probably the same, in groups. */
export const findDuplicateGroups = (signal?: AbortSignal) =>
  connection.call('duplicates', {}, { signal });
/** The values of a column, the most frequent first. */
export const readValues = (column: string, signal?: AbortSignal) =>
  connection.call('values', { column }, { signal });

/** What a change would do to the customers at these places. */
export const previewMany = (ords: Uint32Array, change: BulkChange, signal?: AbortSignal) =>
  connection.call('previewMany', { ords, change }, { signal });

/** Changes the customers at these places, in one commit. */
export const changeMany = (
  ords: Uint32Array,
  change: BulkChange,
  options: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
  },
) => connection.call('changeMany', { ords, change, now: Date.now() }, options);

/** Sums from one day to another, both included (days since 1970). */
export const readPeriod = (period: DirectoryContract['period']['input']) =>
  connection.call('period', period);
