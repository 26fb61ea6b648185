import type { LearnContract } from '#contracts/learn.ts';
import {
  findSimilar,
  indexSimilar,
  type SimilarIndex,
} from '#core/predictions/similar/find-similar.ts';
import { textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { chunkRows, readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { readTable, takesPart } from '#workers/learn/read-table.ts';
import { type Turns, takeTurns } from '#workers/learn/take-turns.ts';
import { explainRows } from './explain-rows.ts';
import { type Explainer, openExplainer } from './open-explainer.ts';
import { findScored, readPlace } from './read-place.ts';

type Similar = LearnContract['similar'];

const mostTold = 5;
/** Some may have been deleted, or have denied profiling, since the customers were read. */
const mostTried = 25;
/** Customers by whose reasons columns are weighed. */
const mostWeighed = 32;

type Known = {
  readonly index: SimilarIndex;
  /** How much each column moves scores on average, in logits: what "alike" goes by. */
  readonly weights: readonly number[];
};

/** As old as the explainer they belong to. */
const known = new WeakMap<Explainer, Known>();

const weighColumns = async (
  explainer: Explainer,
  turns: Turns,
): Promise<readonly number[] | undefined> => {
  const { background, names } = explainer;
  const step = Math.max(1, background.length / mostWeighed);
  const rows = Array.from({ length: Math.min(mostWeighed, background.length) }, (_, at) => ({
    ord: at,
    row: background[Math.floor(at * step)] ?? [],
  }));
  const told = await explainRows(explainer, rows, turns);
  return (
    told &&
    names.map((name) =>
      told.reduce(
        (sum, { columns }) =>
          sum + Math.abs(columns.find(({ column }) => column === name)?.phi ?? 0),
        0,
      ),
    )
  );
};

const open = async (
  db: Database,
  explainer: Explainer,
  turns: Turns,
): Promise<Known | undefined> => {
  const there = known.get(explainer);
  if (there !== undefined) return there;
  const weights = await weighColumns(explainer, turns);
  if (weights === undefined) return undefined;
  const { names, summaries, model } = explainer;
  const table = await readTable(db);
  const answers = table.find(model.target.field);
  const answered = table.rows.filter((place) => textOf(answers?.[place]) !== null);
  if (await turns.take()) return undefined;
  const index = indexSimilar(
    summaries,
    answered,
    (column) => table.find(names[column] ?? '') ?? [],
  );
  const opened = { index, weights };
  known.set(explainer, opened);
  return opened;
};

/** Who is at a place now, and the answer; undefined where nobody is, or who is left out, or has no answer. */
const readAnswered = async (
  db: Database,
  ord: number,
  field: string,
): Promise<{ readonly id: string; readonly value: CustomValue } | undefined> => {
  const chunk = Math.floor(ord / chunkRows);
  const row = ord % chunkRows;
  const directory = await readColumnChunk(db, 'customers.directory', chunk);
  const id = directory?.ids[row] ?? null;
  if (directory === undefined || id === null || !takesPart(directory, row)) return undefined;
  const fields = await readColumnChunk(db, 'customers.fields', chunk);
  const value = fields?.columns[field]?.[row] ?? null;
  return textOf(value) === null ? undefined : { id, value };
};

/**
 * The customers most like one by what the model goes by, whose answer is known. None for a model of orders:
 * its answers are of earlier mornings. Writes nothing.
 * Refuses: model-missing, not-found, not-scored, no-data, backend-unavailable, cancelled.
 */
export const findSimilarCustomers = async (
  db: Database,
  { modelId, customerId }: Similar['input'],
  job: Job<never>,
): Promise<Result<Similar['output']>> => {
  const turns = takeTurns(job);
  const opened = await openExplainer(db, modelId, turns);
  if (!opened.ok) return opened;
  const explainer = opened.value;
  const { model, ofOrders } = explainer;
  const own = await findScored(db, model.id, customerId);
  if (!own.ok) return own;
  const { field, positive } = model.target;
  if (ofOrders !== undefined) return accept({ field, positive, customers: [] });
  const row = await readPlace(db, own.value, explainer);
  if (!row.ok) return row;
  const ready = await open(db, explainer, turns);
  if (ready === undefined) return refuse('cancelled');
  const near = findSimilar(ready.index, row.value, ready.weights, mostTried);
  const customers: Similar['output']['customers'][number][] = [];
  for (const ord of near) {
    if (ord === own.value || customers.length === mostTold) continue;
    const found = await readAnswered(db, ord, field);
    if (found !== undefined)
      customers.push({ ...found, ord, isPositive: textOf(found.value) === positive });
  }
  return accept({ field, positive, customers });
};
