import type { ImportContract } from '#contracts/import.ts';
import type { Result } from '#core/result.ts';
import importUrl from '#workers/import/import.worker.ts?worker&url';
import { workerConnection } from './host.ts';
import { runJob } from './run-job.ts';

// A strict transaction on a slow tablet's storage may take long; it is not a hang.
const connection = workerConnection<ImportContract>(importUrl, 'import', {
  silenceMs: 30_000,
  cancelMs: 20_000,
});

type Inspect = ImportContract['inspect'];
type Run = ImportContract['run'];
type Check = ImportContract['check'];
type Undo = ImportContract['undo'];

/** Looks at a file and proposes how to read it. */
export const inspectFile = (input: Inspect['input']): Promise<Result<Inspect['output']>> =>
  connection.call('inspect', input);

/** Goes through all an import would do; nothing is written, so nothing needs taking back. */
export const checkImport = (
  input: Check['input'],
  signal: AbortSignal,
): Promise<Result<Check['output']>> => connection.call('check', input, { signal });

const removeLeftOver = (importId: string, now: number) =>
  connection.call('undo', { importId, now });

/** Imports a file as a job of the tray. Cancelled or refused, nothing of it stays. */
export const startImport = (input: Run['input']): Promise<Result<Run['output']>> =>
  runJob<Run['output'], Run['progress']>(
    'import',
    input.name,
    ({ signal, progress }) =>
      connection.call('run', input, {
        signal,
        onProgress: (told) => progress(told, told.bytes / Math.max(1, told.totalBytes)),
      }),
    { recover: () => removeLeftOver(input.importId, input.now) },
  );

/** Removes all that an import made, as a job of the tray. */
export const undoImport = (
  input: Undo['input'],
  subject: string,
): Promise<Result<Undo['output']>> =>
  runJob<Undo['output'], Undo['progress']>('undo-import', subject, ({ signal, progress }) =>
    connection.call('undo', input, { signal, onProgress: (told) => progress(told, 0) }),
  );
