import type { Sample } from './fit-network.ts';
import { openNetwork } from './network.ts';
import { type Parameters, packParameters, referenceShape } from './parameters.ts';
import { blockRowsOf, predictRows } from './predict-rows.ts';
import type { Turns } from './take-turns.ts';

/** Probabilities by a trained reference network on the current backend; undefined when cancelled. */
export const predictWith = async (
  parameters: Parameters,
  matrix: Sample['matrix'],
  turns: Turns,
): Promise<Float32Array<ArrayBuffer> | undefined> => {
  const shape = referenceShape(matrix.width);
  const network = openNetwork(shape, packParameters(parameters), { batchRows: 1 });
  try {
    return await predictRows(network, matrix, blockRowsOf(1), turns);
  } finally {
    network.close();
  }
};
