import type { LearnContract } from '#contracts/learn.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { openModel } from './open-model.ts';
import { readModelTable } from './orders/order-table.ts';
import { scoreRows } from './score-rows.ts';
import { startScoring } from './start-scoring.ts';
import { takeTurns } from './take-turns.ts';

type Score = LearnContract['score'];

/**
 * Scores the customers of `target` with a model of `db`; writes nothing. One probability per place,
 * NaN where there is no customer or one who is left out.
 * Refuses: model-missing, no-data, backend-unavailable, cancelled.
 */
export const scoreDatabase = async (
  db: Database,
  target: Database,
  input: Pick<Score['input'], 'modelId' | 'backend'>,
  job: Job<Score['progress']>,
): Promise<Result<Score['output']>> => {
  const startedAt = performance.now();
  const opened = await openModel(db, input.modelId);
  if (!opened.ok) return opened;
  const { model, final } = opened.value;
  const turns = takeTurns(job);
  const read = await readModelTable(target, model, turns);
  if (!read.ok) return read;
  const table = read.value;
  if (table.rows.length === 0) return refuse('no-data');
  const started = await startScoring(model, final, table.rows.length, input.backend, turns);
  if (!started.ok) return started;
  const said = await scoreRows(model.kind, final, table.find, table.rows, turns);
  if (said === undefined) return refuse('cancelled');
  const probabilities = new Float32Array(table.end).fill(Number.NaN);
  table.rows.forEach((row, at) => {
    probabilities[row] = said[at] ?? Number.NaN;
  });
  return accept({ probabilities, ms: Math.round(performance.now() - startedAt) });
};
