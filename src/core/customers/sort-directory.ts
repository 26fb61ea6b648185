import { columnKeys } from './custom-column.ts';
import { lifecycles } from './customer.ts';
import type { DirectoryTable } from './directory-table.ts';
import { customKeyOf, isNumberColumn, isTextColumn } from './filter-directory.ts';
import { rankTexts } from './rank-texts.ts';

/** Places of all customers that exist, ascending. */
const listed = (table: DirectoryTable): Uint32Array => {
  const ords = new Uint32Array(table.ids.length);
  let count = 0;
  table.ids.forEach((id, ord) => {
    if (id !== null) {
      ords[count] = ord;
      count += 1;
    }
  });
  return ords.slice(0, count);
};

/**
 * A number per place that sorts as the column does, NaN for "none": the number itself, the step of a
 * lifecycle, or the rank of a text. Undefined for an unknown column (also '' and 'ord').
 */
export const sortKeys = (table: DirectoryTable, column: string): Float64Array | undefined => {
  if (isNumberColumn(column)) return table.numbers[column];
  const key = customKeyOf(column);
  const custom = key === undefined ? undefined : table.custom.get(key);
  if (custom !== undefined) return columnKeys(custom);
  if (!isTextColumn(column)) return undefined;
  const values = table.text[column];
  if (column === 'lifecycle')
    return Float64Array.from(values, (value) =>
      value === '' ? Number.NaN : lifecycles.indexOf(value as never),
    );
  return rankTexts(values);
};

/**
 * Places of all customers in the order of `keys` (see sortKeys); those without a value stand last,
 * whichever the direction, and equal ones in the order of their places. Without keys: the order of
 * the places.
 */
export const sortDirectory = (
  table: DirectoryTable,
  keys: Float64Array | undefined,
  descending: boolean,
): Uint32Array => {
  const all = listed(table);
  if (keys === undefined) return descending ? all.reverse() : all;
  const sign = descending ? -1 : 1;
  const hasValue = (ord: number) => !Number.isNaN(keys[ord] ?? Number.NaN);
  const sorted = all.filter(hasValue).sort((a, b) => {
    const gap = (keys[a] as number) - (keys[b] as number);
    return gap === 0 ? a - b : sign * gap;
  });
  if (sorted.length === all.length) return sorted;
  const whole = new Uint32Array(all.length);
  whole.set(sorted);
  whole.set(
    all.filter((ord) => !hasValue(ord)),
    sorted.length,
  );
  return whole;
};
