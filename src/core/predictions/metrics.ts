import { binProbabilities } from './calibration.ts';
import type { Metrics } from './model-version.ts';

type Numbers = ArrayLike<number>;

const byScore = (scores: Numbers): Uint32Array =>
  Uint32Array.from({ length: scores.length }, (_, row) => row).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  );

const countPositives = (labels: Numbers): number => {
  let positives = 0;
  for (let row = 0; row < labels.length; row += 1) positives += labels[row] ?? 0;
  return positives;
};

/**
 * Area under the ROC curve: how often a positive row stands above another, ties counting half
 * (Mann and Whitney 1947). .5 when there is only one answer.
 */
export const computeAuc = (scores: Numbers, labels: Numbers): number => {
  const positives = countPositives(labels);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return 0.5;
  const order = byScore(scores);
  let wins = 0;
  let positivesAbove = 0;
  for (let at = 0; at < order.length; ) {
    const score = scores[order[at] ?? 0];
    let tiedPositives = 0;
    let tied = 0;
    for (; at < order.length && scores[order[at] ?? 0] === score; at += 1) {
      tiedPositives += labels[order[at] ?? 0] ?? 0;
      tied += 1;
    }
    wins += (tied - tiedPositives) * (positivesAbove + tiedPositives / 2);
    positivesAbove += tiedPositives;
  }
  return wins / (positives * negatives);
};

/** Mean of −log of the probability given to what happened; probabilities are kept off 0 and 1. */
export const computeLogLoss = (scores: Numbers, labels: Numbers): number => {
  let sum = 0;
  for (let row = 0; row < labels.length; row += 1) {
    const score = Math.min(1 - 1e-15, Math.max(1e-15, scores[row] ?? 0.5));
    sum -= labels[row] === 1 ? Math.log(score) : Math.log(1 - score);
  }
  return labels.length === 0 ? 0 : sum / labels.length;
};

/** Share of rows where a probability of at least .5 met a positive, or a lower one another. */
export const computeAccuracy = (scores: Numbers, labels: Numbers): number => {
  let right = 0;
  for (let row = 0; row < labels.length; row += 1)
    if ((scores[row] ?? 0) >= 0.5 === (labels[row] === 1)) right += 1;
  return labels.length === 0 ? 0 : right / labels.length;
};

/** Expected calibration error over ten equal-width bins (Naeini, Cooper and Hauskrecht 2015). */
export const computeEce = (scores: Numbers, labels: Numbers): number =>
  binProbabilities(scores, labels).reduce(
    (sum, { said, happened, rows }) => sum + (rows / labels.length) * Math.abs(said - happened),
    0,
  );

/**
 * How many times more positives the top share of rows holds than chance would put there. Rows that
 * tie at its edge count with their mean.
 */
export const computeLift = (scores: Numbers, labels: Numbers, share: number): number => {
  const positives = countPositives(labels);
  if (positives === 0) return 1;
  const order = byScore(scores);
  const wanted = Math.max(1, Math.round(labels.length * share));
  const edge = scores[order[wanted - 1] ?? 0] ?? 0;
  let above = 0;
  let positivesAbove = 0;
  let tied = 0;
  let positivesTied = 0;
  for (const row of order) {
    const score = scores[row] ?? 0;
    if (score < edge) break;
    if (score > edge) {
      above += 1;
      positivesAbove += labels[row] ?? 0;
    } else {
      tied += 1;
      positivesTied += labels[row] ?? 0;
    }
  }
  const found = positivesAbove + ((wanted - above) / tied) * positivesTied;
  return found / wanted / (positives / labels.length);
};

/** All figures of a model on rows it has not seen. `scores` are probabilities, `labels` 0 or 1. */
export const computeMetrics = (scores: Numbers, labels: Numbers): Metrics => ({
  accuracy: computeAccuracy(scores, labels),
  auc: computeAuc(scores, labels),
  logLoss: computeLogLoss(scores, labels),
  ece: computeEce(scores, labels),
  lift10: computeLift(scores, labels, 0.1),
  rows: labels.length,
  positives: countPositives(labels),
});
