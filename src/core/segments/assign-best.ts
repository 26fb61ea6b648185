/**
 * The assignment of rows to columns of the lowest total cost, each column at most once (Hungarian
 * algorithm by shortest augmenting paths, Jonker and Volgenant 1987; cubic). `costs` is any rectangle
 * of finite numbers; answers the column of every row, −1 for rows beyond the number of columns.
 */
export const assignBest = (costs: readonly (readonly number[])[]): readonly number[] => {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows > columns) return turned(costs, rows, columns);
  const at = (row: number, column: number) => costs[row]?.[column] ?? 0;
  // Row and column 0 are helpers, so that "nobody yet" has a place.
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const taker = new Int32Array(columns + 1);
  const from = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const seen = new Uint8Array(columns + 1);
    taker[0] = row;
    let column = 0;
    do {
      seen[column] = 1;
      const own = taker[column] as number;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (seen[other] === 1) continue;
        const reduced =
          at(own - 1, other - 1) - (ofRow[own] as number) - (ofColumn[other] as number);
        if (reduced < (slack[other] as number)) {
          slack[other] = reduced;
          from[other] = column;
        }
        if ((slack[other] as number) < least) {
          least = slack[other] as number;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (seen[other] === 1) {
          const holder = taker[other] as number;
          ofRow[holder] = (ofRow[holder] as number) + least;
          ofColumn[other] = (ofColumn[other] as number) - least;
        } else slack[other] = (slack[other] as number) - least;
      }
      column = next;
    } while (taker[column] !== 0);
    while (column !== 0) {
      const before = from[column] as number;
      taker[column] = taker[before] as number;
      column = before;
    }
  }
  const answer = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column += 1) {
    const row = taker[column] as number;
    if (row > 0) answer[row - 1] = column - 1;
  }
  return answer;
};

/** More rows than columns: columns choose among the rows. */
const turned = (
  costs: readonly (readonly number[])[],
  rows: number,
  columns: number,
): readonly number[] => {
  const answer = new Array<number>(rows).fill(-1);
  const across = Array.from({ length: columns }, (_, column) =>
    costs.map((row) => row[column] ?? 0),
  );
  assignBest(across).forEach((row, column) => {
    answer[row] = column;
  });
  return answer;
};
