import type { ExportContract, ExportReceipt } from '#contracts/export.ts';
import type { Result } from '#core/result.ts';
import exportUrl from '#workers/export/export.worker.ts?worker&url';
import { workerConnection } from './host.ts';
import { runJob } from './run-job.ts';

// Making a workbook's archive takes a while without a word.
const connection = workerConnection<ExportContract>(exportUrl, 'export', {
  silenceMs: 60_000,
  cancelMs: 5_000,
});

type Making = Pick<ExportContract, 'list' | 'addressBook' | 'everything'>;

/** Makes a file as a job of the tray; `subject` is what the tray says it is. */
export const startExport = <M extends keyof Making>(
  method: M,
  input: ExportContract[M]['input'],
  subject: string,
): Promise<Result<ExportReceipt>> =>
  runJob<ExportReceipt, { readonly rows: number }>('export', subject, ({ signal, progress }) =>
    connection.call(method, input, { signal, onProgress: (told) => progress(told, 0) }),
  );

/** Reads a file of everything to its end and says what is in it. */
export const checkExport = (file: Blob, signal?: AbortSignal) =>
  connection.call('check', { file }, { signal });

/** Takes a file of everything over, as a job of the tray. `records`: how many it holds. */
export const startRestore = (
  file: Blob,
  subject: string,
  records: number,
): Promise<Result<ExportContract['restore']['output']>> =>
  runJob<ExportContract['restore']['output'], { readonly rows: number }>(
    'restore',
    subject,
    ({ signal, progress }) =>
      connection.call(
        'restore',
        { file },
        { signal, onProgress: (told) => progress(told, told.rows / Math.max(1, records)) },
      ),
  );
