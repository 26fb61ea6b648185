import type { LearnColumn } from '#contracts/learn.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import {
  type Effort,
  efforts,
  estimateMs,
  type Pace,
  paceFrom,
  planOfEffort,
  roundUpMs,
  type TableSize,
} from '#core/predictions/training-effort.ts';

/** Inputs a number or a day becomes: itself, its bins, whether it is missing. */
const inputsOfNumber = 10;
const mostLevels = 255;

/** What there is to learn from, as the description of the columns tells. */
export const sizeOfTable = (columns: readonly LearnColumn[], rows: number): TableSize => ({
  rows,
  columns: columns.length,
  inputs: columns.reduce(
    (sum, { type, distinct }) =>
      sum +
      (type === 'number' || type === 'date' ? inputsOfNumber : Math.min(distinct + 1, mostLevels)),
    0,
  ),
});

const sizeOfModel = ({ recipe, data }: Pick<ModelVersion, 'recipe' | 'data'>): TableSize => ({
  rows: data.labelled,
  columns: recipe.columns.length,
  inputs: recipe.columns.reduce(
    (sum, column) => sum + (column.kind === 'choice' ? column.levels.length : inputsOfNumber),
    0,
  ),
});

/** How the two parts are to each other; how long both take is what a training told. */
const between: Pace = { tree: 1, input: 1 };

type Trained = Pick<ModelVersion, 'shares' | 'effort' | 'recipe' | 'data' | 'trainingMs'>;

/** The pace of this device as its last training of the default way told, the newest first; undefined without one. */
export const paceOfModels = (models: readonly Trained[]): Pace | undefined => {
  const model = models.find(({ shares }) => shares !== undefined);
  if (model === undefined) return undefined;
  const plan = model.effort?.plan ?? planOfEffort.usual;
  return paceFrom(model.trainingMs, between, plan, sizeOfModel(model));
};

/** Guesses run late more often than early: what is said is what is kept within. */
const margin = 1.2;

/** What each effort may take, ms, as it is said. */
export const timesOfEfforts = (pace: Pace, size: TableSize): Readonly<Record<Effort, number>> => {
  const time = (effort: Effort) => roundUpMs(margin * estimateMs(pace, planOfEffort[effort], size));
  return Object.fromEntries(efforts.map((effort) => [effort, time(effort)])) as Record<
    Effort,
    number
  >;
};
