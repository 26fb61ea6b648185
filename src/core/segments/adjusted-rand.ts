const pairs = (count: number) => (count * (count - 1)) / 2;

const sumOfPairs = (counts: Float64Array) => {
  let total = 0;
  for (const count of counts) total += pairs(count);
  return total;
};

/** One more than the highest label, the place of −1 included. */
const placesOf = (labels: Int32Array) => {
  let most = -1;
  for (const label of labels) if (label > most) most = label;
  return most + 2;
};

/**
 * How far two ways to segment the same rows agree, whatever the segments are called: 1 the same, 0
 * as by chance (Hubert and Arabie 1985). Labels are small whole numbers from −1.
 */
export const adjustedRand = (left: Int32Array, right: Int32Array): number => {
  const [high, wide] = [placesOf(left), placesOf(right)];
  const together = new Float64Array(high * wide);
  const lefts = new Float64Array(high);
  const rights = new Float64Array(wide);
  for (let row = 0; row < left.length; row += 1) {
    const at = (left[row] as number) + 1;
    const other = (right[row] as number) + 1;
    together[at * wide + other] = (together[at * wide + other] as number) + 1;
    lefts[at] = (lefts[at] as number) + 1;
    rights[other] = (rights[other] as number) + 1;
  }
  const ofLeft = sumOfPairs(lefts);
  const ofRight = sumOfPairs(rights);
  const expected = left.length < 2 ? 0 : (ofLeft * ofRight) / pairs(left.length);
  const most = (ofLeft + ofRight) / 2;
  return most === expected ? 1 : (sumOfPairs(together) - expected) / (most - expected);
};
