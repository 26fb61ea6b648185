import type { LearnContract, ModelOutcome } from '#contracts/learn.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { countAgain } from '#core/predictions/count-column.ts';
import { isSameQuestion } from '#core/predictions/is-same-question.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { textOf } from '#core/predictions/source-column.ts';
import { type Standing, weighRetraining } from '#core/predictions/weigh-retraining.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { Job } from '#rpc/serve.ts';
import { openOrderBook } from '#workers/learn/orders/order-book.ts';
import { tableOfBook } from '#workers/learn/orders/order-table.ts';
import { type CustomerTable, readTable } from '#workers/learn/read-table.ts';
import { type Turns, takeTurns } from '#workers/learn/take-turns.ts';
import { matchAnswers, matchOrders } from './match-outcomes.ts';

type Review = LearnContract['review'];
type Versions = readonly ModelVersion[];

const countAll = ({ counted = [] }: ModelVersion, table: CustomerTable): Standing['counts'] =>
  counted.map(({ column, field }) => countAgain(field, table.find(column), table.rows));

const answer = (
  model: ModelVersion,
  standing: Standing,
  outcomes: readonly ModelOutcome[],
): Result<Review['output']> =>
  accept({
    retraining: weighRetraining(model, dayOfInstant(model.createdAt), standing),
    outcomes,
  });

const reviewColumn = async (
  db: Database,
  model: ModelVersion,
  versions: Versions,
  today: number,
  turns: Turns,
): Promise<Result<Review['output']>> => {
  const table = await readTable(db);
  if (await turns.take()) return refuse('cancelled');
  const values = table.find(model.target.field);
  const answers = table.rows.filter((row) => textOf(values?.[row]) !== null).length;
  const outcomes: ModelOutcome[] = [];
  for (const version of versions) {
    outcomes.push(await matchAnswers(db, version, table));
    if (await turns.take()) return refuse('cancelled');
  }
  return answer(model, { answers, asOf: today, counts: countAll(model, table) }, outcomes);
};

const reviewOrders = async (
  db: Database,
  model: ModelVersion,
  fromOrders: NonNullable<ModelVersion['fromOrders']>,
  versions: Versions,
  today: number,
  turns: Turns,
): Promise<Result<Review['output']>> => {
  const opened = await openOrderBook(db, fromOrders.target, turns);
  if (!opened.ok) return opened;
  const book = opened.value;
  const asOf = Math.min(today, book.lastDay + 1);
  const outcomes: ModelOutcome[] = [];
  for (const version of versions) {
    outcomes.push(await matchOrders(db, version, book, asOf));
    if (await turns.take()) return refuse('cancelled');
  }
  // On the morning of its own scores nobody can have moved.
  const counts = (model.counted ?? []).map((column) => column.counts);
  if (asOf <= fromOrders.asOf) return answer(model, { asOf, counts }, outcomes);
  const table = await tableOfBook(book, { ...fromOrders, asOf }, turns);
  return table === undefined
    ? refuse('cancelled')
    : answer(model, { asOf, counts: countAll(model, table) }, outcomes);
};

/**
 * Whether a model should be trained again, and what came of its predictions and those of the kept
 * versions of the same question, the newest first. Reads what a training reads; writes nothing.
 * Refuses: model-missing, no-data, no-orders, not-found, cancelled.
 */
export const reviewModel = async (
  db: Database,
  { modelId, now }: Review['input'],
  job: Pick<Job<never>, 'signal' | 'beat'>,
): Promise<Result<Review['output']>> => {
  const models = await listRecords(db, 'models', { index: 'createdAt', reverse: true });
  const model = models.find(({ id }) => id === modelId);
  if (model === undefined) return refuse('model-missing');
  const versions = models.filter((one) => isSameQuestion(one, model));
  const turns = takeTurns(job);
  const today = dayOfInstant(now);
  const { fromOrders } = model;
  return fromOrders === undefined
    ? reviewColumn(db, model, versions, today, turns)
    : reviewOrders(db, model, fromOrders, versions, today, turns);
};
