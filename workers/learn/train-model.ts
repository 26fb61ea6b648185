import type { ColumnTarget, LearnContract } from '#contracts/learn.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { countNotFinite } from '#core/predictions/encode-rows.ts';
import type { OrderTarget } from '#core/predictions/from-orders/order-target.ts';
import type { ModelKind, ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { learnEnsemble } from './ensemble/learn-ensemble.ts';
import { type Measured, measureModels, measureReference, type Watch } from './measure-models.ts';
import { askOrders } from './orders/ask-orders.ts';
import { openOrderBook } from './orders/order-book.ts';
import { askTable, type Question } from './prepare-rows.ts';
import { type CustomerTable, readTable } from './read-table.ts';
import { saveModel } from './save-model.ts';
import { scoreRows } from './score-rows.ts';
import { startBackend } from './start-backend.ts';
import { takeTurns } from './take-turns.ts';
import { type FinalModel, trainFinal } from './train-final.ts';

type Input = LearnContract['train']['input'];

/** What is asked, and who is to be scored: places of customers, and their rows in the question's table. */
type Asked = {
  readonly question: Question;
  readonly rows: Uint32Array;
  readonly table: Pick<CustomerTable, 'rows' | 'directory' | 'end'>;
  readonly fromOrders?: ModelVersion['fromOrders'];
  readonly readMs: number;
};
type Output = LearnContract['train']['output'];
type TrainJob = Job<LearnContract['train']['progress']>;

const cancelled = refuse('cancelled');

const dataOf = (
  { question: { table, answers, used, copies }, fromOrders, rows }: Asked,
  final: FinalModel,
) => ({
  labelled: answers.labelled,
  // Of orders every answer is known; the rows without one are those of today.
  unlabelled: fromOrders === undefined ? table.rows.length - answers.labelled : 0,
  notFinite: used.length === 0 ? 0 : countNotFinite(final.recipe, table.find, table.rows),
  scored: rows.length,
  ...(copies !== undefined && { copies }),
});

const versionOf = (
  input: Input,
  asked: Asked,
  kind: ModelKind,
  measured: Measured,
  final: FinalModel,
  trainingMs: number,
): ModelVersion => ({
  ...measured,
  id: `model-${crypto.randomUUID()}`,
  createdAt: input.now,
  updatedAt: input.now,
  rev: 0,
  kind,
  target: asked.question.answers.target,
  ...(asked.fromOrders && { fromOrders: asked.fromOrders }),
  recipe: {
    version: 1,
    columns: [...final.recipe.columns],
    left: [...asked.question.left],
    width: final.recipe.width,
  },
  questions: [...asked.question.questions],
  seed: input.seed,
  epochs: input.mode === 'reference' ? input.epochs : 0,
  data: dataOf(asked, final),
  weights: final.parameters.map(({ shape, values }) => ({
    shape: [...shape],
    values: Array.from(values),
  })),
  trainingMs,
});

/** A clock that tells the time since it was last asked, whole ms. */
const stopwatch = () => {
  let since = performance.now();
  return () => {
    const now = performance.now();
    const ms = Math.round(now - since);
    since = now;
    return ms;
  };
};

/** The reference network as one more step of the ladder, where it is asked for: it takes its seconds. */
const learnDefault = async (question: Question, input: Input, watch: Watch) => {
  const learned = await learnEnsemble(question, input, watch);
  if (!learned.ok || input.ladder !== 'full') return learned;
  const { measured } = learned.value;
  const reference = await measureReference(question, input, watch);
  if (!reference.ok) return reference;
  // The reference may have been fastest elsewhere; the model kept goes on where it was trained.
  await startBackend(measured.backend.name);
  const heldOut = { ...measured.heldOut, reference: reference.value };
  return accept({ ...learned.value, measured: { ...measured, heldOut } });
};

const learn = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<{ kind: ModelKind; measured: Measured; final: FinalModel }>> => {
  if (input.mode === 'default') return learnDefault(question, input, watch);
  const measured = await measureModels(question, input, watch);
  if (!measured.ok) return measured;
  const final = await trainFinal(question, input, measured.value.backend.name, watch);
  return final.ok
    ? accept({ kind: input.mode, measured: measured.value, final: final.value })
    : final;
};

const scoreAll = (kind: ModelKind, asked: Asked, final: FinalModel, watch: Watch) => {
  watch.progress({ phase: 'scoring', fraction: 0.9 });
  return scoreRows(kind, final, asked.question.table.find, asked.rows, watch.turns);
};

const askColumn = async (
  db: Database,
  target: ColumnTarget,
  input: Input,
  watch: Watch,
): Promise<Result<Asked>> => {
  const lap = stopwatch();
  const table = await readTable(db);
  const readMs = lap();
  if (await watch.turns.take()) return cancelled;
  watch.progress({ phase: 'features', fraction: 0.04 });
  const question = askTable(table, target, input);
  if (!question.ok) return question;
  return accept({ question: question.value, rows: table.rows, table, readMs });
};

const askAboutOrders = async (
  db: Database,
  target: OrderTarget,
  input: Input,
  watch: Watch,
): Promise<Result<Asked>> => {
  const lap = stopwatch();
  const book = await openOrderBook(db, target, watch.turns);
  if (!book.ok) return book;
  const readMs = lap();
  watch.progress({ phase: 'features', fraction: 0.04 });
  const asked = await askOrders(book.value, dayOfInstant(input.now), input, watch.turns);
  if (!asked.ok) return asked;
  const { question, scored, days, asOf } = asked.value;
  const { table, name } = book.value;
  const [measuredOn = asOf] = days;
  return accept({
    question,
    rows: question.table.rows.subarray(question.labelled.length),
    table: { rows: scored, directory: table.directory, end: table.end },
    readMs,
    fromOrders: { target, asOf, learnedFrom: [...days], measuredOn, ...(name && { name }) },
  });
};

const ask = (db: Database, input: Input, watch: Watch): Promise<Result<Asked>> => {
  const { target } = input;
  return target.kind === 'buys' || target.kind === 'lost'
    ? askAboutOrders(db, target, input, watch)
    : askColumn(db, target, input, watch);
};

/**
 * The whole way: read, choose columns, measure on rows set aside, fit on all, score everybody, save.
 * Nothing is written before the end: cancelled, refused or killed, the previous model stays in use.
 * Refuses: what askTable, measureModels and saveModel refuse.
 */
export const trainModel = async (
  db: Database,
  input: Input,
  job: TrainJob,
): Promise<Result<Output>> => {
  const lap = stopwatch();
  const watch: Watch = { turns: takeTurns(job), progress: job.progress };
  watch.progress({ phase: 'reading', fraction: 0 });
  const asked = await ask(db, input, watch);
  if (!asked.ok) return asked;
  const { readMs } = asked.value;
  const features = lap() - readMs;
  const learned = await learn(asked.value.question, input, watch);
  if (!learned.ok) return learned;
  const train = lap();
  const { kind, measured, final } = learned.value;
  const probabilities = await scoreAll(kind, asked.value, final, watch);
  if (probabilities === undefined) return cancelled;
  if (!probabilities.every(Number.isFinite)) return refuse('training-diverged');
  watch.progress({ phase: 'saving', fraction: 0.97 });
  if (await watch.turns.take()) return cancelled;
  const model = versionOf(input, asked.value, kind, measured, final, train);
  const saved = await saveModel(db, model, final.ensemble, asked.value.table, probabilities);
  return saved.ok
    ? accept({ ...saved.value, ms: { read: readMs, features, train, score: lap() } })
    : saved;
};
