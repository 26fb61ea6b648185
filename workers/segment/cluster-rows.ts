import { kmeansGenerator } from 'ml-kmeans';
import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import {
  type Assignment,
  assignRows,
  type Centroids,
  chooseStart,
  moveCentroids,
  sampleRows,
} from '#core/segments/lloyd.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';

/** Starts tried; the one with the lowest inertia is kept. */
const restarts = 10;
/** Above this the starts are tried on a selection, and the best few are finished on all rows. */
const wholeUpTo = 20_000;
const finalists = 3;
const mostIterations = 300;

export type Clusters = { readonly centroids: Centroids; readonly assignment: Assignment };

export type Turns = {
  /** True when the call was cancelled. Lets messages in, so it is asked between iterations. */
  readonly stopped: () => Promise<boolean>;
  readonly onFraction: (fraction: number) => void;
};

const cancelled = refuse('cancelled');

/** Iterates from a start with ml-kmeans. Undefined when cancelled. */
const iterate = async (
  data: number[][],
  start: Centroids,
  k: number,
  turns: Turns,
): Promise<Centroids | undefined> => {
  const width = start.length / k;
  const initialization = Array.from({ length: k }, (_, index) => [
    ...start.subarray(index * width, (index + 1) * width),
  ]);
  let centroids = start;
  for (const step of kmeansGenerator(data, k, { initialization, maxIterations: mostIterations })) {
    centroids = Float64Array.from(step.centroids.flat());
    if (await turns.stopped()) return undefined;
  }
  return centroids;
};

/**
 * Goes on until no row changes its segment: ml-kmeans stops when centroids hardly move, and it
 * leaves an empty segment empty. Undefined when cancelled.
 */
const finish = async (
  matrix: Matrix,
  start: Centroids,
  turns: Turns,
): Promise<Clusters | undefined> => {
  let centroids = start;
  let assignment = assignRows(matrix, centroids);
  for (let turn = 0; turn < mostIterations; turn += 1) {
    if (await turns.stopped()) return undefined;
    const moved = moveCentroids(matrix, assignment, centroids);
    const next = assignRows(matrix, moved, assignment.labels);
    centroids = moved;
    assignment = next;
    if (next.moved === 0) break;
  }
  return { centroids, assignment };
};

const rowsOf = ({ rows, width, values }: Matrix): number[][] =>
  Array.from({ length: rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);

/** The best starts, iterated, lowest inertia first. Undefined when cancelled. */
const tryStarts = async (matrix: Matrix, k: number, seed: number, turns: Turns) => {
  const data = rowsOf(matrix);
  const tried: { readonly centroids: Centroids; readonly inertia: number }[] = [];
  for (let restart = 0; restart < restarts; restart += 1) {
    const start = chooseStart(matrix, k, seededRandom(mixSeed(seed, restart)));
    const centroids = await iterate(data, start, k, turns);
    if (centroids === undefined) return undefined;
    tried.push({ centroids, inertia: assignRows(matrix, centroids).inertia });
    turns.onFraction(((restart + 1) / restarts) * 0.7);
  }
  return tried.sort((a, b) => a.inertia - b.inertia);
};

/**
 * k-means with k-means++ and ten seeded restarts. The matrix must hold at least k different rows.
 * The same matrix, k and seed give the same labels. Refuses: cancelled.
 */
export const clusterRows = async (
  matrix: Matrix,
  k: number,
  seed: number,
  turns: Turns,
): Promise<Result<Clusters>> => {
  const selection = sampleRows(matrix, wholeUpTo, seededRandom(mixSeed(seed, -1)));
  const tried = await tryStarts(selection, k, seed, turns);
  if (tried === undefined) return cancelled;
  const chosen = tried.slice(0, selection === matrix ? 1 : finalists);
  let best: Clusters | undefined;
  for (const [place, { centroids }] of chosen.entries()) {
    const clusters = await finish(matrix, centroids, turns);
    if (clusters === undefined) return cancelled;
    if (best === undefined || clusters.assignment.inertia < best.assignment.inertia)
      best = clusters;
    turns.onFraction(0.7 + (0.3 * (place + 1)) / chosen.length);
  }
  return best === undefined ? cancelled : accept(best);
};
