import { openNetwork } from './network.ts';
import { initialWeights } from './simd/initial-weights.ts';
import type { TrainingStep } from './training-step.ts';

const probeMs = 150;

/**
 * Milliseconds of a training step on the current backend, programs built. Where one step alone takes
 * longer than the probe, two are all it gets.
 */
export const timeStep = async ({ shape, rate, dropout, table }: TrainingStep): Promise<number> => {
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
    await run(1);
    const once = await run(1);
    if (once > probeMs) return once;
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
