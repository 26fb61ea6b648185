import type { FeatureMatrix } from '#core/predictions/encode-rows.ts';
import { type Network, predictBlock } from './network.ts';
import type { Turns } from './take-turns.ts';

/** Rows per block: large enough that the launches do not count, small enough to stay cancellable. */
const blockRows = 10_000;

/** A graphics backend builds its programs anew for each shape: few shapes, the last block padded. */
const shapeFor = (rows: number): number =>
  rows >= blockRows
    ? blockRows
    : Math.min(blockRows, 2 ** Math.ceil(Math.log2(Math.max(256, rows))));

/** Probability per row; undefined when cancelled. */
export const predictRows = async (
  network: Network,
  { rows, width, values }: FeatureMatrix,
  turns: Turns,
): Promise<Float32Array<ArrayBuffer> | undefined> => {
  const probabilities = new Float32Array(rows);
  const shape = shapeFor(rows);
  for (let from = 0; from < rows; from += shape) {
    const to = Math.min(rows, from + shape);
    const whole = values.subarray(from * width, to * width);
    const block = to - from === shape ? whole : new Float32Array(shape * width);
    if (block !== whole) block.set(whole);
    const said = await predictBlock(network, block, shape);
    probabilities.set(said.subarray(0, to - from), from);
    if (await turns.take()) return undefined;
  }
  return probabilities;
};
