import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import type { Network } from './network.ts';
import type { Turns } from './take-turns.ts';

/** Rows per block: large enough that the launches do not count, small enough to stay cancellable. */
export const blockRowsOf = (members: number): number => (members > 1 ? 1024 : 8192);

/** Probability per row, block by block; undefined when cancelled. */
export const predictRows = async (
  network: Network,
  { rows, width, values }: FeatureMatrix,
  blockRows: number,
  turns: Turns,
): Promise<Float32Array<ArrayBuffer> | undefined> => {
  const probabilities = new Float32Array(rows);
  for (let from = 0; from < rows; from += blockRows) {
    const to = Math.min(rows, from + blockRows);
    const said = await network.predictBlock(values.subarray(from * width, to * width));
    probabilities.set(said, from);
    if (await turns.take()) return undefined;
  }
  return probabilities;
};
