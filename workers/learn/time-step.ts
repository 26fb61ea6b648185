import { openNetwork } from './network.ts';
import { initialWeights } from './simd/initial-weights.ts';
import type { TrainingStep } from './training-step.ts';

const probeMs = 150;

/** So much slower than the best so far needs no second look. */
const hopeless = 3;

/**
 * Milliseconds of a training step on the current backend, programs built (`builds` says that it builds
 * some at the first step). Where one step takes longer than the probe, or far longer than `bestMs`, that is
 * the answer.
 */
export const timeStep = async (
  { shape, rate, dropout, table }: TrainingStep,
  builds: boolean,
  bestMs: number,
): Promise<number> => {
  const batchRows = table.labels.length;
  const rows = Uint32Array.from({ length: batchRows }, (_, row) => row);
  const start = initialWeights(shape, 1);
  const network = openNetwork(shape, start, { batchRows, dropout, losses: shape.members > 1 });
  const run = async (steps: number): Promise<number> => {
    const startedAt = performance.now();
    for (let step = 0; step < steps; step += 1) network.trainBatch(table, rows, rate);
    await network.settle();
    return performance.now() - startedAt;
  };
  try {
    const first = await run(1);
    if (first > probeMs && !builds) return first;
    const once = await run(1);
    if (once > Math.min(probeMs, hopeless * bestMs)) return once;
    let [ms, steps] = [0, 0];
    while (ms < probeMs) {
      ms += await run(5);
      steps += 5;
    }
    return ms / steps;
  } finally {
    network.close();
  }
};
