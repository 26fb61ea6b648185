import type { LearnContract } from '#contracts/learn.ts';
import { fitCounts } from '#core/predictions/count-column.ts';
import { countNotFinite } from '#core/predictions/encode-rows.ts';
import type { ModelKind, ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { dropTraining } from '#db/training-checkpoint.ts';
import type { Job } from '#rpc/serve.ts';
import { type Asked, askQuestion, stopwatch } from './ask-question.ts';
import { compareWithActive } from './care/compare-with-active.ts';
import { digestQuestion } from './checkpoint/digest-question.ts';
import { openCheckpoint } from './checkpoint/open-checkpoint.ts';
import { learnEnsemble } from './ensemble/learn-ensemble.ts';
import { type Measured, measureModels, type Unseen, type Watch } from './measure-models.ts';
import { measureReference } from './measure-reference.ts';
import type { Question } from './prepare-rows.ts';
import { saveModel } from './save-model.ts';
import { scoreRows } from './score-rows.ts';
import { startBackend } from './start-backend.ts';
import { takeTurns } from './take-turns.ts';
import { type FinalModel, trainFinal } from './train-final.ts';

type Input = LearnContract['train']['input'];
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

/** Among those scored, with and without an answer: who is scored later is compared with them. */
const countUsed = ({ question, rows }: Asked, { recipe }: FinalModel) => {
  const names = new Set(recipe.columns.map(({ name }) => name));
  return question.used.flatMap((column) => (names.has(column.name) ? fitCounts(column, rows) : []));
};

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
  counted: countUsed(asked, final),
  seed: input.seed,
  epochs: input.mode === 'reference' ? input.epochs : 0,
  data: dataOf(asked, final),
  weights: final.parameters.map(({ shape, values }) => ({
    shape: [...shape],
    values: Array.from(values),
  })),
  trainingMs,
});

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

type Learnt = {
  readonly kind: ModelKind;
  readonly measured: Measured;
  readonly final: FinalModel;
  readonly unseen: Unseen;
};

const learn = async (question: Question, input: Input, watch: Watch): Promise<Result<Learnt>> => {
  if (input.mode === 'default') return learnDefault(question, input, watch);
  const onTest = await measureModels(question, input, watch);
  if (!onTest.ok) return onTest;
  const { name } = onTest.value.measured.backend;
  const { scale, ...known } = onTest.value;
  const final = await trainFinal(question, input, name, watch, scale);
  return final.ok ? accept({ ...known, kind: input.mode, final: final.value }) : final;
};

const scoreAll = (kind: ModelKind, asked: Asked, final: FinalModel, watch: Watch) => {
  watch.progress({ phase: 'scoring', fraction: 0.9 });
  return scoreRows(kind, final, asked.question.table.find, asked.rows, watch.turns);
};

/** Goes on with what this very training had finished before it was cut off. */
const keepingParts = async (
  db: Database,
  input: Input,
  { question }: Asked,
  { turns, progress }: Omit<Watch, 'keep'>,
): Promise<(Watch & { readonly workedMs: number }) | undefined> => {
  const digest = await digestQuestion(question, input, turns);
  if (digest === undefined) return undefined;
  let fraction = 0;
  const lap = stopwatch(turns);
  let ms = 0;
  const soFar = () => {
    ms += lap();
    return { fraction, ms };
  };
  const { keep, origin, workedMs } = await openCheckpoint(db, input, digest, soFar);
  const tell: Watch['progress'] = (told) => {
    fraction = told.fraction;
    progress(origin === undefined ? told : { ...told, origin });
  };
  return { turns, keep, workedMs, progress: tell };
};

const train = async (db: Database, input: Input, job: TrainJob): Promise<Result<Output>> => {
  const reading = { turns: takeTurns(job), progress: job.progress };
  const lap = stopwatch(reading.turns);
  reading.progress({ phase: 'reading', fraction: 0 });
  const asked = await askQuestion(db, input, reading);
  if (!asked.ok) return asked;
  const watch = await keepingParts(db, input, asked.value, reading);
  if (watch === undefined) return cancelled;
  const { readMs } = asked.value;
  const features = lap() - readMs;
  const learned = await learn(asked.value.question, input, watch);
  if (!learned.ok) return learned;
  const trainMs = watch.workedMs + lap();
  const { kind, measured, final, unseen } = learned.value;
  const probabilities = await scoreAll(kind, asked.value, final, watch);
  if (probabilities === undefined) return cancelled;
  if (!probabilities.every(Number.isFinite)) return refuse('training-diverged');
  watch.progress({ phase: 'saving', fraction: 0.97 });
  if (await watch.turns.take()) return cancelled;
  const made = versionOf(input, asked.value, kind, measured, final, trainMs);
  const against = await compareWithActive(db, made, asked.value.question, unseen, watch.turns);
  if (!against.ok) return against;
  const model = against.value === undefined ? made : { ...made, against: against.value };
  const saved = await saveModel(db, model, final.ensemble, asked.value.table, probabilities);
  return saved.ok
    ? accept({ ...saved.value, ms: { read: readMs, features, train: trainMs, score: lap() } })
    : saved;
};

/**
 * The whole way: read, choose columns, measure on rows set aside, fit on all, score everybody, save.
 * Nothing of a model is written before the end: cancelled, refused or killed, the previous one stays in
 * use. Killed, the parts it had finished are there for the next training of the same question on the same
 * data; however it ends otherwise, they are dropped.
 * Refuses: what askTable, measureModels and saveModel refuse.
 */
export const trainModel = async (
  db: Database,
  input: Input,
  job: TrainJob,
): Promise<Result<Output>> => {
  try {
    return await train(db, input, job);
  } finally {
    await dropTraining(db);
  }
};
