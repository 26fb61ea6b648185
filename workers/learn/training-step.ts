import { normalFrom, seededRandom } from '#core/seeded-random.ts';
import { referenceBatch, referenceRate } from './fit-network.ts';
import { referenceShape } from './parameters.ts';
import type { NetworkShape } from './simd/network-plan.ts';
import type { StepRate, TrainingRows } from './simd/train-batch.ts';

/** A step of training as it will be taken, on rows as they will be: what a backend is timed at. */
export type TrainingStep = {
  readonly shape: NetworkShape;
  readonly rate: StepRate;
  readonly dropout: number;
  /** The rows of one batch. */
  readonly table: TrainingRows;
};

/** Rows with a rule to find, the same everywhere. */
export const seededRows = (rows: number, width: number, seed: number): TrainingRows => {
  const random = seededRandom(seed);
  const values = Float32Array.from({ length: rows * width }, () => normalFrom(random));
  const labels = Float32Array.from({ length: rows }, (_, row) =>
    (values[row * width] ?? 0) + normalFrom(random) > 0 ? 1 : 0,
  );
  return { values, labels };
};

/** The step of the reference network of `width` inputs. */
export const referenceStep = (width: number): TrainingStep => ({
  shape: referenceShape(width),
  rate: referenceRate,
  dropout: 0,
  table: seededRows(referenceBatch, width, 0),
});
