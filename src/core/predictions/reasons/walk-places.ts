/**
 * Walks over rows of places: values are told apart by number alone, so that a row is a short list and two
 * equal values are one.
 */
export type PlaceWalks = {
  /** Rows to be scored, `rows[row × columns + column]`; row 0 is the customer's. */
  readonly rows: Int32Array;
  readonly count: number;
  /** Four numbers a step: walked row, column, row before it, row after it; −1 − b is background row b. */
  readonly steps: Int32Array;
};

type Against = {
  /** Places of the background rows. */
  readonly others: Int32Array;
  /** Background rows that are walked from. */
  readonly walked: Uint32Array;
  /** An order of the columns for every background row. */
  readonly orders: readonly Uint16Array[];
};

/**
 * Walks from the background rows to the customer's, one column switched at a time in the row's order, and
 * once more in the reversed one (Castro and others 2009; Mitchell and others 2022).
 */
export const walkPlaces = (own: Int32Array, { others, walked, orders }: Against): PlaceWalks => {
  const columns = own.length;
  const most = 1 + 2 * walked.length * Math.max(0, columns - 1);
  const rows = new Int32Array(most * columns);
  const steps = new Int32Array(8 * walked.length * columns);
  rows.set(own);
  let count = 1;
  let step = 0;
  const order = new Int32Array(columns);
  const current = new Int32Array(columns);
  const walk = (at: number, background: number, length: number, isBack: boolean): void => {
    const start = background * columns;
    for (let column = 0; column < columns; column += 1)
      current[column] = others[start + column] as number;
    let from = -1 - background;
    for (let place = 0; place < length; place += 1) {
      const column = order[isBack ? length - 1 - place : place] as number;
      current[column] = own[column] as number;
      let to = 0;
      if (place < length - 1) {
        to = count;
        count += 1;
        const into = to * columns;
        for (let of = 0; of < columns; of += 1) rows[into + of] = current[of] as number;
      }
      steps[step] = at;
      steps[step + 1] = column;
      steps[step + 2] = from;
      steps[step + 3] = to;
      step += 4;
      from = to;
    }
  };
  walked.forEach((background, at) => {
    const start = background * columns;
    let length = 0;
    for (const column of orders[background] as Uint16Array)
      if (others[start + column] !== own[column]) {
        order[length] = column;
        length += 1;
      }
    walk(at, background, length, false);
    walk(at, background, length, true);
  });
  return { rows, count, steps: steps.subarray(0, step) };
};

/** What each step added, half of each direction: `added[walked row × columns + column]`, in logits. */
export const readPlaces = (
  { steps }: Pick<PlaceWalks, 'steps'>,
  logits: Float64Array,
  ofOthers: Float64Array,
  columns: number,
  scale: number,
  added: Float64Array,
): void => {
  const logitAt = (row: number): number => (row < 0 ? ofOthers[-1 - row] : logits[row]) as number;
  for (let at = 0; at < steps.length; at += 4) {
    const into = (steps[at] as number) * columns + (steps[at + 1] as number);
    const gained = logitAt(steps[at + 3] as number) - logitAt(steps[at + 2] as number);
    (added[into] as number) += (scale * gained) / 2;
  }
};
