/**
 * A row with too many cells, mended where it can only be meant one way: a text with the delimiter in
 * it was written without quotes ("Av. dos Lusíadas, 23"). A delimiter of a table is followed by no
 * blank, one inside a sentence is; so where exactly as many cells begin with a blank as there are too
 * many, each is the rest of the one before. Answers undefined where that does not hold.
 */
export const mendWidth = (
  row: readonly string[],
  width: number,
  delimiter: string,
): readonly string[] | undefined => {
  const extra = row.length - width;
  if (extra <= 0) return undefined;
  const isRest = (cell: string, at: number) => at > 0 && /^ \S/u.test(cell);
  if (row.filter(isRest).length !== extra) return undefined;
  const mended: string[] = [];
  for (const [at, cell] of row.entries())
    if (isRest(cell, at)) mended.push(`${mended.pop() ?? ''}${delimiter}${cell}`);
    else mended.push(cell);
  return mended;
};
