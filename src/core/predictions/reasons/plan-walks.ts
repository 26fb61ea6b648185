import { textOf } from '#core/predictions/source-column.ts';
import { shuffle } from '#core/predictions/split-rows.ts';
import type { CustomValue } from '#core/record.ts';
import type { Random } from '#core/seeded-random.ts';

/** One value per source column, in the order of the columns. */
export type SourceRow = readonly CustomValue[];

type Step = {
  readonly background: number;
  readonly column: number;
  /** Rows of the plan before and after the column was switched. */
  readonly from: number;
  readonly to: number;
};

/**
 * Rows to be scored and the steps between them. Row 0 is the customer, then the background rows, then
 * the ones in between.
 */
export type WalkPlan = {
  readonly rows: readonly SourceRow[];
  readonly backgrounds: number;
  readonly columns: number;
  readonly steps: readonly Step[];
};

/**
 * Walks from each background row to the customer's, one source column switched at a time in a random
 * order, and once more in the reversed order (Castro and others 2009; Mitchell and others 2022). A
 * column in which both are equal is passed over: it can add nothing.
 */
export const planWalks = (
  customer: SourceRow,
  background: readonly SourceRow[],
  random: Random,
): WalkPlan => {
  const rows: SourceRow[] = [customer, ...background];
  const steps: Step[] = [];
  const texts = customer.map(textOf);
  const walk = (at: number, order: Iterable<number>, count: number): void => {
    let from = at + 1;
    let left = count;
    for (const column of order) {
      left -= 1;
      const to = left === 0 ? 0 : rows.length;
      if (to !== 0) rows.push((rows[from] as SourceRow).with(column, customer[column] ?? null));
      steps.push({ background: at, column, from, to });
      from = to;
    }
  };
  background.forEach((row, at) => {
    const order = Uint32Array.from(
      texts.flatMap((text, column) => (textOf(row[column]) === text ? [] : [column])),
    );
    shuffle(order, random);
    walk(at, order, order.length);
    walk(at, order.toReversed(), order.length);
  });
  return { rows, backgrounds: background.length, columns: customer.length, steps };
};
