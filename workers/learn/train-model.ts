import type { LearnContract } from '#contracts/learn.ts';
import { countNotFinite } from '#core/predictions/encode-rows.ts';
import type { ModelKind, ModelVersion } from '#core/predictions/model-version.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { Job } from '#rpc/serve.ts';
import { learnEnsemble } from './ensemble/learn-ensemble.ts';
import { type Measured, measureModels, type Watch } from './measure-models.ts';
import { askTable, type Question } from './prepare-rows.ts';
import { type CustomerTable, readTable } from './read-table.ts';
import { saveModel } from './save-model.ts';
import { scoreRows } from './score-rows.ts';
import { takeTurns } from './take-turns.ts';
import { type FinalModel, trainFinal } from './train-final.ts';

type Input = LearnContract['train']['input'];
type Output = LearnContract['train']['output'];
type TrainJob = Job<LearnContract['train']['progress']>;

const cancelled = refuse('cancelled');

const dataOf = ({ table, answers, used, copies }: Question, final: FinalModel) => ({
  labelled: answers.labelled,
  unlabelled: table.rows.length - answers.labelled,
  notFinite: used.length === 0 ? 0 : countNotFinite(final.recipe, table.find, table.rows),
  ...(copies !== undefined && { copies }),
});

const versionOf = (
  input: Input,
  question: Question,
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
  target: question.answers.target,
  recipe: {
    version: 1,
    columns: [...final.recipe.columns],
    left: [...question.left],
    width: final.recipe.width,
  },
  questions: [...question.questions],
  seed: input.seed,
  epochs: input.mode === 'reference' ? input.epochs : 0,
  data: dataOf(question, final),
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

const learn = async (
  question: Question,
  input: Input,
  watch: Watch,
): Promise<Result<{ kind: ModelKind; measured: Measured; final: FinalModel }>> => {
  if (input.mode === 'default') return learnEnsemble(question, input, watch);
  const measured = await measureModels(question, input, watch);
  if (!measured.ok) return measured;
  const final = await trainFinal(question, input, measured.value.backend.name, watch);
  return final.ok
    ? accept({ kind: input.mode, measured: measured.value, final: final.value })
    : final;
};

const scoreAll = (kind: ModelKind, table: CustomerTable, final: FinalModel, watch: Watch) => {
  watch.progress({ phase: 'scoring', fraction: 0.9 });
  return scoreRows(kind, final, table.find, table.rows, watch.turns);
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
  const table = await readTable(db);
  const read = lap();
  if (await watch.turns.take()) return cancelled;
  watch.progress({ phase: 'features', fraction: 0.04 });
  const question = askTable(table, input);
  if (!question.ok) return question;
  const features = lap();
  const learned = await learn(question.value, input, watch);
  if (!learned.ok) return learned;
  const train = lap();
  const { kind, measured, final } = learned.value;
  const probabilities = await scoreAll(kind, table, final, watch);
  if (probabilities === undefined) return cancelled;
  if (!probabilities.every(Number.isFinite)) return refuse('training-diverged');
  watch.progress({ phase: 'saving', fraction: 0.97 });
  if (await watch.turns.take()) return cancelled;
  const model = versionOf(input, question.value, kind, measured, final, train);
  const saved = await saveModel(db, model, final.ensemble, table, probabilities);
  return saved.ok ? accept({ ...saved.value, ms: { read, features, train, score: lap() } }) : saved;
};
