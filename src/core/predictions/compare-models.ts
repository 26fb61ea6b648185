import { compareLosses } from './compare-losses.ts';
import { aucError, figuresOf, type Judged } from './judge-model.ts';
import { computeMetrics } from './metrics.ts';
import type { Comparison, ModelVersion } from './model-version.ts';

type Numbers = ArrayLike<number>;
type Told = Pick<Comparison, 'by' | 'ours' | 'theirs' | 'verdict'>;

/** Errors a difference must have to be called one (product.md: two standard errors). */
const manyErrors = 2;

const judge = (ahead: number, error: number): Comparison['verdict'] => {
  if (Math.abs(ahead) <= manyErrors * error) return 'alike';
  return ahead > 0 ? 'better' : 'worse';
};

/** Fewer rows than these, or of the rarer answer, tell nothing. */
const fewestRows = 100;
const fewestOfRarer = 20;

/** Whether so many answers (0 or 1) are enough to compare two models on. */
export const areEnough = (labels: Numbers): boolean => {
  const positives = Array.from(labels).reduce((sum, one) => sum + one, 0);
  const rarer = Math.min(positives, labels.length - positives);
  return labels.length >= fewestRows && rarer >= fewestOfRarer;
};

/** By the log-loss of both on the same rows, row by row, or owner by owner. */
export const compareOnRows = (
  ours: Numbers,
  theirs: Numbers,
  labels: Numbers,
  owners?: Numbers,
): Told => {
  const { mean, error } = compareLosses(theirs, ours, labels, owners);
  return {
    by: 'same-rows',
    ours: computeMetrics(ours, labels),
    theirs: computeMetrics(theirs, labels),
    verdict: judge(mean, error),
  };
};

/** By the areas each had on the rows set aside at its own training: two samples, two errors. */
export const compareByFigures = (model: Judged, other: Judged): Told => {
  const [ours, theirs] = [figuresOf(model), figuresOf(other)];
  const error = Math.hypot(aucError(ours), aucError(theirs));
  return { by: 'own-figures', ours, theirs, verdict: judge(ours.auc - theirs.auc, error) };
};

/** A candidate nobody has put in use: it waits for an answer, or was not wanted. */
export const isSetAside = ({ against }: Pick<ModelVersion, 'against'>): boolean =>
  against !== undefined && against.answer !== 'used';

/** The newest candidate beside the model in use, while it waits for an answer; older ones have had their time. */
export const findCandidate = (
  models: readonly ModelVersion[],
  active: string | undefined,
): ModelVersion | undefined => {
  const newest = models.find(({ against }) => against !== undefined && against.modelId === active);
  return newest?.against?.answer === undefined ? newest : undefined;
};
