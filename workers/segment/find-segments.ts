import type { SegmentContract } from '#contracts/segment.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { describeLabels } from './describe-labels.ts';
import { findLabels } from './find-labels.ts';
import { listRuns, readKeptRuns } from './kept-runs.ts';
import { readInput } from './read-input.ts';
import { saveRun } from './save-run.ts';
import { takeTurns } from './take-turns.ts';

type Input = SegmentContract['run']['input'];
type Output = SegmentContract['run']['output'];
type SegmentJob = Job<SegmentContract['run']['progress']>;

const needNumber = (k: Input['k']): void => {
  if (typeof k === 'number' && (!Number.isInteger(k) || k < 1))
    throw new RangeError(`k = ${k} is no number of segments`);
};

/**
 * Finds segments, names them and writes run, labels and "this is the run in use" in one commit.
 * Refuses: cancelled (nothing is written), too-few-customers (also when fewer than k of them
 * differ), no-orders, no-numeric-columns, columns-constant, storage-full.
 */
export const findSegments = async (
  db: Database,
  asked: Input,
  job: SegmentJob,
): Promise<Result<Output>> => {
  needNumber(asked.k);
  // The grid knows one way to look at orders.
  const input =
    asked.k === 'grid' && asked.source === 'buying' ? { ...asked, source: 'rfm' as const } : asked;
  const startedAt = performance.now();
  job.progress({ phase: 'reading', fraction: 0 });
  const stopped = takeTurns(job);
  const reading = await readInput(db, input);
  if (!reading.ok) return reading;
  const { places, columns } = reading.value;
  const found = await findLabels(reading.value, input, {
    stopped,
    onFraction: (done) => job.progress({ phase: 'clustering', fraction: 0.2 + 0.7 * done }),
  });
  if (!found.ok) return found;
  const runs = await listRuns(db);
  const fresh = { source: input.source, columns: [...columns], isGrid: input.k === 'grid' };
  const kept = await readKeptRuns(db, runs, fresh, places.ords);
  const runId = `segments-${crypto.randomUUID()}`;
  const described = describeLabels(input, reading.value, found.value, runId, kept, runs[0]?.id);
  job.progress({ phase: 'saving', fraction: 0.9 });
  if (await stopped()) return refuse('cancelled');
  const saved = await saveRun(db, described, places, runs);
  if (!saved.ok) return saved;
  return accept({ ...saved.value, ms: Math.round(performance.now() - startedAt) });
};
