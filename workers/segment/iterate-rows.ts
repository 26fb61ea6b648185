import { kmeansGenerator } from 'ml-kmeans';
import type { Centroids } from '#core/segments/lloyd.ts';
import type { Matrix } from '#core/segments/scale-columns.ts';
import { openSteps } from './lloyd-steps.ts';
import { blockRows, type PackedRows } from './simd/pack-rows.ts';

/** True when the call was cancelled. Lets messages in, so it is asked between steps. */
export type Stopped = () => Promise<boolean>;

const mostIterations = 300;
/** Rows between two looks at the messages: some 20 ms of work. The labels do not depend on it. */
const stretchRows = 100_000;

type IterateOptions = {
  readonly tolerance?: number;
  /** How much each row counts; undefined: all the same. */
  readonly weights?: Float64Array | undefined;
  /** The rows packed for the kernels, which give the same labels sooner. */
  readonly packed?: PackedRows | undefined;
  readonly stretch?: number;
  readonly iterations?: number;
  readonly onStep?: () => void;
};

/**
 * Iterates from a start until no row changes its segment, or until the centroids together move less
 * than `tolerance` (squared). Undefined when cancelled.
 */
export const iterateRows = async (
  matrix: Matrix,
  start: Centroids,
  stopped: Stopped,
  {
    tolerance = 0,
    weights,
    packed,
    stretch = stretchRows,
    iterations = mostIterations,
    onStep,
  }: IterateOptions = {},
): Promise<Centroids | undefined> => {
  const steps = openSteps(matrix, start, weights, packed);
  const length = Math.ceil(stretch / blockRows) * blockRows;
  for (let turn = 0; turn < iterations; turn += 1) {
    onStep?.();
    let moved = 0;
    for (let from = 0; from < matrix.rows; from += length) {
      if (await stopped()) return undefined;
      moved += steps.assign(from, Math.min(matrix.rows, from + length));
    }
    if (moved === 0) break;
    const { shift, isRefilled } = steps.move();
    if (!isRefilled && shift <= tolerance) break;
  }
  return steps.state.centroids;
};

const rowsOf = ({ rows, width, values }: Matrix): number[][] =>
  Array.from({ length: rows }, (_, row) => [...values.subarray(row * width, (row + 1) * width)]);

/** The same with ml-kmeans, for small tables. It leaves an empty segment empty. */
export const iteratePlainly = async (
  matrix: Matrix,
  start: Centroids,
  stopped: Stopped,
): Promise<Centroids | undefined> => {
  const { width } = matrix;
  const initialization = Array.from({ length: start.length / width }, (_, index) => [
    ...start.subarray(index * width, (index + 1) * width),
  ]);
  let centroids = start;
  const options = { initialization, maxIterations: mostIterations };
  for (const step of kmeansGenerator(rowsOf(matrix), initialization.length, options)) {
    centroids = Float64Array.from(step.centroids.flat());
    if (await stopped()) return undefined;
  }
  return centroids;
};
