/** Bins at most; fewer where a bin would hold fewer rows than are worth a mean. */
const mostBins = 20;
const fewestRows = 10;

/** Edges between which a column is followed: values of the rows themselves, each bin with about as many rows. */
export const fitEdges = (values: Float64Array): Float64Array => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const bins = Math.max(1, Math.min(mostBins, Math.floor(sorted.length / fewestRows)));
  const edges: number[] = [];
  for (let bin = 0; bin <= bins && sorted.length > 0; bin += 1) {
    const edge = sorted[Math.round((bin / bins) * (sorted.length - 1))] as number;
    if (edges.length === 0 || edge > (edges.at(-1) as number)) edges.push(edge);
  }
  return Float64Array.from(edges);
};

/** The bin of a value: `edges[bin]` < value ≤ `edges[bin + 1]`, the lowest edge with the first; −1 for NaN. */
export const binOf = (edges: Float64Array, value: number): number => {
  if (Number.isNaN(value)) return -1;
  let bin = 0;
  while (bin < edges.length - 2 && value > (edges[bin + 1] as number)) bin += 1;
  return bin;
};

/**
 * Accumulated local effects (Apley and Zhu 2020, equation 16): in each bin the mean of what moving its rows
 * from the lower to the upper edge adds, summed up from the lowest edge and centred over the rows. `bins[row]`
 * and `added[row]` (logits) are of the same rows; answers one effect per edge and the rows of each bin.
 */
export const accumulateEffects = (
  edges: Float64Array,
  bins: Int32Array,
  added: Float64Array,
): { readonly effects: Float64Array; readonly rows: Uint32Array } => {
  const rows = new Uint32Array(Math.max(0, edges.length - 1));
  const sums = new Float64Array(rows.length);
  bins.forEach((bin, row) => {
    if (bin < 0) return;
    (rows[bin] as number) += 1;
    (sums[bin] as number) += added[row] as number;
  });
  const effects = new Float64Array(edges.length);
  let centre = 0;
  let total = 0;
  for (let bin = 0; bin < rows.length; bin += 1) {
    const count = rows[bin] as number;
    const before = effects[bin] as number;
    effects[bin + 1] = before + (count === 0 ? 0 : (sums[bin] as number) / count);
    centre += (count * (before + (effects[bin + 1] as number))) / 2;
    total += count;
  }
  const mean = centre / Math.max(1, total);
  return { effects: effects.map((effect) => effect - mean), rows };
};
