import type { SegmentContract } from '#contracts/segment.ts';
import type { Result } from '#core/result.ts';
import segmentUrl from '#workers/segment/segment.worker.ts?worker&url';
import { workerConnection } from './host.ts';
import { runJob } from './run-job.ts';

const connection = workerConnection<SegmentContract>(segmentUrl, 'segment');

type Describe = SegmentContract['describe'];
type Run = SegmentContract['run'];

/** What can be segmented: how many customers and orders, which numeric columns. */
export const describeSegments = (): Promise<Result<Describe['output']>> =>
  connection.call('describe', {});

/** Where the customers of a kept run stand, for its map. */
export const readPoints = (runId: string, signal: AbortSignal) =>
  connection.call('points', { runId }, { signal });

/** Finds segments as a job of the tray. */
export const startSegments = (input: Run['input']): Promise<Result<Run['output']>> =>
  runJob<Run['output'], Run['progress']>('segment', input.source, ({ signal, progress }) =>
    connection.call('run', input, {
      signal,
      onProgress: (told) => progress(told, told.fraction),
    }),
  );
