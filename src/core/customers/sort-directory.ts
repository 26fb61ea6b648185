import { collationKeys } from './collation-keys.ts';
import { lifecycles } from './customer.ts';
import type { DirectoryTable } from './directory-table.ts';
import { isNumberColumn, readerOf } from './filter-directory.ts';

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

/** Numbers to sort by, NaN for "none"; undefined when the column is not made of numbers. */
const sortNumbers = (table: DirectoryTable, column: string, ords: Uint32Array) => {
  if (isNumberColumn(column)) return table.numbers[column];
  const read = readerOf(table, column);
  if (read === undefined) return undefined;
  const values = new Float64Array(table.ids.length).fill(Number.NaN);
  for (const ord of ords) {
    const value = read(ord);
    if (value === null) continue;
    if (column === 'lifecycle') values[ord] = lifecycles.indexOf(value as never);
    else if (typeof value === 'string') return undefined;
    else values[ord] = Number(value);
  }
  return values;
};

const byNumber = (ords: Uint32Array, values: Float64Array, sign: number) =>
  ords.sort((a, b) => {
    const gap = (values[a] as number) - (values[b] as number);
    return gap === 0 ? a - b : sign * gap;
  });

const byText = (table: DirectoryTable, column: string, ords: Uint32Array, sign: number) => {
  const read = readerOf(table, column);
  const texts = new Array<string>(table.ids.length).fill('');
  for (const ord of ords) texts[ord] = String(read?.(ord) ?? '');
  const keys = collationKeys(texts);
  return ords.sort((a, b) => {
    const left = keys[a] as string;
    const right = keys[b] as string;
    if (left === right) return a - b;
    return left < right ? -sign : sign;
  });
};

/**
 * Places of all customers in the order of a column; those without a value stand last, whichever the
 * direction, and equal ones in the order of their places. Names sort by pinyin and alphabet. An
 * unknown column (also '' and 'ord') gives the order of the places.
 */
export const sortDirectory = (
  table: DirectoryTable,
  column: string,
  descending: boolean,
): Uint32Array => {
  const all = listed(table);
  if (column === 'ord' || readerOf(table, column) === undefined)
    return descending && column === 'ord' ? all.reverse() : all;
  const numbers = sortNumbers(table, column, all);
  const read = readerOf(table, column);
  const present = all.filter((ord) =>
    numbers === undefined ? read?.(ord) !== null : !Number.isNaN(numbers[ord] as number),
  );
  const sign = descending ? -1 : 1;
  const sorted =
    numbers === undefined ? byText(table, column, present, sign) : byNumber(present, numbers, sign);
  if (sorted.length === all.length) return sorted;
  const has = new Uint8Array(table.ids.length);
  for (const ord of sorted) has[ord] = 1;
  const whole = new Uint32Array(all.length);
  whole.set(sorted);
  whole.set(
    all.filter((ord) => has[ord] === 0),
    sorted.length,
  );
  return whole;
};
