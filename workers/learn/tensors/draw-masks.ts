import { seededRandom } from '#core/seeded-random.ts';
import { chunkRows, type NetworkShape, panelColumns } from '#workers/learn/simd/network-plan.ts';

const lanes = 4;

/** Four streams of Marsaglia's xorshift128 (2003), a number of each in turn. */
const openStreams = (seed: number): (() => number) => {
  const random = seededRandom(seed);
  // A stream that began with zeros only would stay there.
  const state = Uint32Array.from({ length: 4 * lanes }, () => Math.floor(random() * 2 ** 32) | 1);
  let lane = 0;
  /** Where the oldest number of a stream lies: the new one takes its place. */
  let oldest = 0;
  return () => {
    const x = state[oldest * lanes + lane] as number;
    const newest = ((oldest + 3) & 3) * lanes + lane;
    const w = state[newest] as number;
    const mixed = x ^ (x << 11);
    const next = (w ^ (w >>> 19) ^ (mixed ^ (mixed >>> 8))) >>> 0;
    state[oldest * lanes + lane] = next;
    lane = (lane + 1) & 3;
    if (lane === 0) oldest = (oldest + 1) & 3;
    return next;
  };
};

/**
 * Draws which hidden outputs of a batch fall: a mask per layer, (batchRows · members) × outputs, 0 where
 * one falls and 1 / (1 − dropout) elsewhere. The numbers are drawn in the order in which our own kernels
 * draw them (assembly/hidden.ts), sizes filled up as there: the same ones fall on every backend.
 */
export const openMasks = (
  { hidden, members }: NetworkShape,
  { dropout, seed, batchRows }: { dropout: number; seed: number; batchRows: number },
): ((rows: number) => readonly Float32Array[]) => {
  const next = openStreams(seed);
  const limit = Math.floor(dropout * 2 ** 32);
  const kept = 1 / (1 - dropout);
  const masks = hidden.map((outputs) => new Float32Array(batchRows * members * outputs));
  const drawRow = (mask: Float32Array, from: number, outputs: number): void => {
    const width = Math.ceil(outputs / panelColumns) * panelColumns;
    for (let column = 0; column < width; column += 1) {
      const falls = next() < limit;
      if (column < outputs) mask[from + column] = falls ? 0 : kept;
    }
  };
  return (rows) => {
    for (let start = 0; start < rows; start += chunkRows) {
      const count = Math.min(chunkRows, rows - start);
      const full = (count + 3) & ~3;
      for (let member = 0; member < members; member += 1)
        for (const [layer, outputs] of hidden.entries())
          for (let row = start; row < start + full; row += 1)
            // Rows that only fill a chunk up draw too, and may lie beyond the batch: those writes are lost.
            drawRow(masks[layer] as Float32Array, (row * members + member) * outputs, outputs);
    }
    return masks;
  };
};
