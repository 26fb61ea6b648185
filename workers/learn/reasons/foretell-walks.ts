import type { ColumnTables } from './column-tables.ts';
import { logitsOfPlaces } from './walk-network.ts';

/** Rows scored at most, and background rows each value is tried in. */
const mostRows = 16_000;
const mostTried = 5;

/** The mean logit of some background rows with one value of a column put in, for each place. */
const effectsOfPlaces = (tables: ColumnTables, edge: number): Float64Array => {
  const { known, knownCount, others } = tables;
  const columns = known.length;
  const backgrounds = others.length / columns;
  const tried = Math.max(
    1,
    Math.min(mostTried, backgrounds, Math.floor(mostRows / Math.max(1, knownCount))),
  );
  const rows = new Int32Array(tried * knownCount * columns);
  const effects = new Float64Array(knownCount);
  known.forEach((places, column) => {
    for (const place of places.values())
      for (let at = 0; at < tried; at += 1) {
        const row = Math.floor(((at + 0.5) * backgrounds) / tried) * columns;
        const into = (place * tried + at) * columns;
        rows.set(others.subarray(row, row + columns), into);
        rows[into + column] = place;
      }
  });
  const logits = logitsOfPlaces(tables, rows, tried * knownCount, edge);
  logits.forEach((logit, row) => {
    (effects[Math.floor(row / tried)] as number) += logit / tried;
  });
  return effects;
};

/**
 * What walks from each background row would find for each column, up to a constant: less the mean effect of
 * the row's value. Only for knowing more from few walks: `foretold[background × columns + column]`, in logits.
 */
export const foretellWalks = (tables: ColumnTables, edge: number): Float64Array => {
  const effects = effectsOfPlaces(tables, edge);
  return Float64Array.from(tables.others, (place) => -(effects[place] ?? 0));
};
