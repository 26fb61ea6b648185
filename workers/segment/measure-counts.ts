import { mixSeed, type Random, seededRandom } from '#core/seeded-random.ts';
import { adjustedRand } from '#core/segments/adjusted-rand.ts';
import type { CountEvidence } from '#core/segments/choose-count.ts';
import { drawResample } from '#core/segments/draw-resample.ts';
import { type Assignment, assignRows, chooseStart, sampleRows } from '#core/segments/lloyd.ts';
import { measureBorders } from '#core/segments/measure-borders.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';
import { computeSilhouette } from '#core/segments/silhouette.ts';
import { sumDistances } from '#core/segments/sum-distances.ts';
import { clusterRows, type Turns, usualRestarts } from './cluster-rows.ts';
import { iterateRows, type Stopped } from './iterate-rows.ts';
import { type PackedRows, packWorthwhile } from './simd/pack-rows.ts';

/** Customers that are measured; of more a seeded selection. */
const mostMeasured = 2_000;
/** Seeded resamples each number of segments is tried on. */
export const resamples = 10;
/** Starts for each resample; the best of them is taken. */
const startsEach = 2;
/** A resample is followed until its centroids together move less than this (squared, scaled units). */
const closely = 1e-3;

/** How many customers are measured. */
export const measuredOf = ({ rows }: Matrix): number => Math.min(rows, mostMeasured);

/** The segments of one resample, given to all rows. Undefined when cancelled. */
const clusterResample = async (
  matrix: Matrix,
  k: number,
  random: Random,
  stopped: Stopped,
  packed: PackedRows | undefined,
): Promise<Assignment | undefined> => {
  const weights = drawResample(matrix.rows, random);
  let best: Assignment | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < startsEach; start += 1) {
    const from = chooseStart(matrix, k, random, weights);
    const centroids = await iterateRows(matrix, from, stopped, {
      weights,
      tolerance: closely,
      packed,
    });
    if (centroids === undefined) return undefined;
    const assignment = assignRows(matrix, centroids);
    const inertia = sumDistances(matrix, centroids, assignment.labels, weights);
    if (best !== undefined && inertia >= least) continue;
    best = assignment;
    least = inertia;
  }
  return best;
};

const measureCount = async (
  all: Matrix,
  measured: Matrix,
  k: number,
  seed: number,
  turns: Turns,
  packed: PackedRows | undefined,
): Promise<CountEvidence | undefined> => {
  const found = await clusterRows(measured, k, seed, turns, {
    isPlain: false,
    restarts: usualRestarts,
    packed,
  });
  if (!found.ok) return undefined;
  const { centroids, assignment } = found.value;
  let agreement = 0;
  for (let turn = 0; turn < resamples; turn += 1) {
    const random = seededRandom(mixSeed(mixSeed(seed, -3), turn));
    const again = await clusterResample(measured, k, random, turns.stopped, packed);
    if (again === undefined) return undefined;
    agreement += adjustedRand(assignment.labels, again.labels);
  }
  return {
    k,
    stability: agreement / resamples,
    silhouette: computeSilhouette(
      measured,
      assignment.labels,
      k,
      seededRandom(mixSeed(seed, -2)),
      mostMeasured,
    ),
    inertia: assignRows(all, centroids).inertia,
    smallest: Math.min(...assignment.sizes) / measured.rows,
    border: measureBorders(measured, centroids, assignment.labels, k),
  };
};

/**
 * Measures numbers of segments, on 2,000 customers at most: how the segments of resamples agree with
 * those of all, how well customers sit in them, how empty the borders are. The matrix must hold as
 * many different rows as the largest number. Undefined when cancelled.
 */
export const measureCounts = async (
  matrix: Matrix,
  counts: readonly number[],
  seed: number,
  turns: Turns,
): Promise<readonly CountEvidence[] | undefined> => {
  const measured = sampleRows(matrix, mostMeasured, seededRandom(mixSeed(seed, -4)));
  const packed = packWorthwhile(measured, Math.max(...counts));
  const evidence: CountEvidence[] = [];
  for (const [place, k] of counts.entries()) {
    const part = {
      stopped: turns.stopped,
      onFraction: (done: number) => turns.onFraction((place + 0.5 * done) / counts.length),
    };
    const one = await measureCount(matrix, measured, k, seed, part, packed);
    if (one === undefined) return undefined;
    evidence.push(one);
    turns.onFraction((place + 1) / counts.length);
  }
  return evidence;
};
