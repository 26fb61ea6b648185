import { accept, type Result, refuse } from '#core/result.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import {
  type Assignment,
  assignRows,
  type Centroids,
  chooseStart,
  sampleRows,
} from '#core/segments/lloyd.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';
import { iteratePlainly, iterateRows, type Stopped } from './iterate-rows.ts';
import { type PackedRows, packWorthwhile } from './simd/pack-rows.ts';

/** Starts tried; the one with the lowest inertia is kept. */
export const usualRestarts = 10;
/** Up to here ml-kmeans iterates the usual starts: nothing is gained by anything cleverer. */
const plainUpTo = 1_000;
/** A small table has as many poor ends as a large one and costs nothing: more starts, by its rows. */
const restartsFor = (rows: number): number => {
  if (rows <= plainUpTo) return 100;
  return rows <= 5_000 ? 30 : usualRestarts;
};
/** Above this the starts are tried on a selection, and the best few are finished on all rows. */
const wholeUpTo = 20_000;
const finalists = 3;
/** A start is followed until its centroids move less than this share of the mean variance. */
const roughly = 1e-4;

export type Clusters = { readonly centroids: Centroids; readonly assignment: Assignment };

export type Turns = {
  readonly stopped: Stopped;
  readonly onFraction: (fraction: number) => void;
};

type HowMuch = {
  readonly restarts?: number;
  readonly isPlain?: boolean;
  /** The matrix packed for k segments or more, where the caller has it. */
  readonly packed?: PackedRows | undefined;
};

const cancelled = refuse('cancelled');

const meanVariance = ({ rows, width, values }: Matrix): number => {
  let total = 0;
  for (let place = 0; place < width; place += 1) {
    let sum = 0;
    let squares = 0;
    for (let at = place; at < values.length; at += width) sum += values[at] as number;
    const mean = sum / rows;
    for (let at = place; at < values.length; at += width)
      squares += ((values[at] as number) - mean) ** 2;
    total += squares / rows;
  }
  return total / width;
};

/** The starts, iterated, lowest inertia first. Undefined when cancelled. */
const tryStarts = async (
  matrix: Matrix,
  k: number,
  seed: number,
  turns: Turns,
  { restarts = restartsFor(matrix.rows), isPlain = matrix.rows <= plainUpTo, packed }: HowMuch,
) => {
  const tried: { readonly centroids: Centroids; readonly inertia: number }[] = [];
  const tolerance = roughly * meanVariance(matrix);
  for (let restart = 0; restart < restarts; restart += 1) {
    const start = chooseStart(matrix, k, seededRandom(mixSeed(seed, restart)));
    const centroids =
      isPlain && restart < usualRestarts
        ? await iteratePlainly(matrix, start, turns.stopped)
        : await iterateRows(matrix, start, turns.stopped, { tolerance, packed });
    if (centroids === undefined) return undefined;
    tried.push({ centroids, inertia: assignRows(matrix, centroids).inertia });
    turns.onFraction(((restart + 1) / restarts) * 0.7);
  }
  return tried.sort((a, b) => a.inertia - b.inertia);
};

/**
 * k-means with k-means++ and ten seeded restarts (up to a hundred for few rows), the best few followed until nobody changes segment.
 * The matrix must hold at least k different rows. The same matrix, k and seed give the same labels.
 * Refuses: cancelled.
 */
export const clusterRows = async (
  matrix: Matrix,
  k: number,
  seed: number,
  turns: Turns,
  howMuch: HowMuch = {},
): Promise<Result<Clusters>> => {
  const selection = sampleRows(matrix, wholeUpTo, seededRandom(mixSeed(seed, -1)));
  const isWhole = selection === matrix;
  const packedHere = (isWhole && howMuch.packed) || packWorthwhile(selection, k);
  const tried = await tryStarts(selection, k, seed, turns, { ...howMuch, packed: packedHere });
  if (tried === undefined) return cancelled;
  const chosen = tried.slice(0, finalists);
  const packed = isWhole ? packedHere : packWorthwhile(matrix, k);
  let best: Clusters | undefined;
  for (const [place, { centroids: start }] of chosen.entries()) {
    const centroids = await iterateRows(matrix, start, turns.stopped, { packed });
    if (centroids === undefined) return cancelled;
    const assignment = assignRows(matrix, centroids);
    if (best === undefined || assignment.inertia < best.assignment.inertia)
      best = { centroids, assignment };
    turns.onFraction(0.7 + (0.3 * (place + 1)) / chosen.length);
  }
  return best === undefined ? cancelled : accept(best);
};
