import * as v from 'valibot';

export const efforts = ['quick', 'usual', 'thorough'] as const;
/** How much a person lets a training take. */
export type Effort = (typeof efforts)[number];

export const effortPlanSchema = v.object({
  /** Parts in turn said something of by what was learned from the others: sizes and weights come from that. */
  folds: v.number(),
  /** Rows used for it at most. */
  planRows: v.number(),
  /** Rounds of the network at most. */
  rounds: v.number(),
  /** Whether a network takes part at all. */
  network: v.boolean(),
});
/** What the default way does within an effort. */
export type EffortPlan = v.InferOutput<typeof effortPlanSchema>;

export const planOfEffort: Readonly<Record<Effort, EffortPlan>> = {
  quick: { folds: 3, planRows: 10_000, rounds: 10, network: true },
  usual: { folds: 5, planRows: 30_000, rounds: 20, network: true },
  thorough: { folds: 10, planRows: 60_000, rounds: 30, network: true },
};

/** What is left out of a plan that takes too long, the least telling first. */
export const lessen = (plan: EffortPlan): readonly EffortPlan[] => {
  const shorter = { ...plan, rounds: Math.min(plan.rounds, 6) };
  const fewer = { ...shorter, planRows: Math.min(plan.planRows, 5_000) };
  const halves = { ...fewer, folds: 2 };
  return [plan, shorter, fewer, halves, { ...halves, planRows: 2_000, network: false }];
};

/** What there is to learn from. `inputs` are those of the network. */
export type TableSize = {
  readonly rows: number;
  readonly columns: number;
  readonly inputs: number;
};

/** Ms a device takes for one row: of one column and one tree, and of one network input and one round. */
export type Pace = { readonly tree: number; readonly input: number };

/** Trees, and rounds, until the rows aside are told no better, on the tables this was measured on. */
const usualTrees = 120;
const usualRounds = (most: number): number => 2 + 0.4 * most;
/** The figures, and what each column tells, beside the fits. */
const withFigures = 1.3;
/** What the histograms of a tree take, whatever the rows, as so many of them. */
const histogramsAsRows = 4_000;
/** What the layers above the first take, as so many inputs. */
const layersAsInputs = 64;

/** Rows that pass through all fits: fold by fold, on four fifths of all, on all. */
const rowsFitted = ({ folds, planRows }: EffortPlan, rows: number): number => {
  const learned = 0.8 * rows;
  return (folds - 1) * Math.min(planRows, learned) + learned + rows;
};

/** About how long a training takes, ms, without the reading before and the scoring after. */
export const estimateMs = (
  { tree, input }: Pace,
  plan: EffortPlan,
  { rows, columns, inputs }: TableSize,
): number => {
  const fitted = rowsFitted(plan, rows);
  const fits = plan.folds + 2;
  const ofTrees = tree * columns * usualTrees * (fitted + fits * histogramsAsRows);
  const rounds = usualRounds(plan.rounds);
  const ofNetwork = plan.network ? input * (inputs + layersAsInputs) * rounds * fitted : 0;
  return withFigures * (ofTrees + ofNetwork);
};

/** The pace at which a table of this size would have taken so long: one known time, both parts alike. */
export const paceFrom = (ms: number, before: Pace, plan: EffortPlan, size: TableSize): Pace => {
  const factor = ms / Math.max(1e-9, estimateMs(before, plan, size));
  return { tree: before.tree * factor, input: before.input * factor };
};

/** The pace of a tree that took so many ms. */
export const treePace = (ms: number, rows: number, columns: number): number =>
  ms / ((rows + histogramsAsRows) * columns);

/** The pace of a step of the network that took so many ms for a batch. */
export const inputPace = (stepMs: number, batchRows: number, inputs: number): number =>
  stepMs / (batchRows * (inputs + layersAsInputs));

/** Up to a time a person would say: 5, 10, 15 seconds, then tens, then whole minutes. */
export const roundUpMs = (ms: number): number => {
  const step = ms <= 20_000 ? 5_000 : ms <= 60_000 ? 10_000 : 60_000;
  return Math.max(1, Math.ceil(ms / step)) * step;
};

/** The first plan that fits in the time; where none does, the shortest. */
export const planWithin = (
  withinMs: number,
  pace: Pace,
  asked: EffortPlan,
  size: TableSize,
): EffortPlan => {
  const plans = lessen(asked);
  const fitting = plans.find((plan) => estimateMs(pace, plan, size) <= withinMs);
  return fitting ?? (plans.at(-1) as EffortPlan);
};
