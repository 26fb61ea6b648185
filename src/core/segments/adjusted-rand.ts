const pairs = (count: number) => (count * (count - 1)) / 2;

/**
 * How far two ways to segment the same rows agree, whatever the segments are called: 1 the same, 0
 * as by chance (Hubert and Arabie 1985).
 */
export const adjustedRand = (left: Int32Array, right: Int32Array): number => {
  const together = new Map<string, number>();
  const lefts = new Map<number, number>();
  const rights = new Map<number, number>();
  left.forEach((label, row) => {
    const other = right[row] ?? -1;
    const both = `${label} ${other}`;
    together.set(both, (together.get(both) ?? 0) + 1);
    lefts.set(label, (lefts.get(label) ?? 0) + 1);
    rights.set(other, (rights.get(other) ?? 0) + 1);
  });
  const sum = (counts: Iterable<number>) => {
    let total = 0;
    for (const count of counts) total += pairs(count);
    return total;
  };
  const ofLeft = sum(lefts.values());
  const ofRight = sum(rights.values());
  const expected = left.length < 2 ? 0 : (ofLeft * ofRight) / pairs(left.length);
  const most = (ofLeft + ofRight) / 2;
  return most === expected ? 1 : (sum(together.values()) - expected) / (most - expected);
};
