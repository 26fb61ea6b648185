import type { CustomValue } from '#core/record.ts';
import { rankTexts } from './rank-texts.ts';

/**
 * A custom field of all customers, by place. A column of numbers is kept as such (NaN is "none");
 * any other as codes into its distinct values, of which code 0 is "none". Eight bytes a customer,
 * whatever the field holds, and sorting looks at distinct values only.
 */
export type CustomColumn = {
  numbers: Float64Array | undefined;
  codes: Uint32Array;
  readonly values: CustomValue[];
  readonly codeOf: Map<CustomValue, number>;
};

export const emptyColumn = (length: number): CustomColumn => ({
  numbers: new Float64Array(length).fill(Number.NaN),
  codes: new Uint32Array(0),
  values: [null],
  codeOf: new Map([[null, 0]]),
});

/** Makes room for places up to `length` − 1. */
export const growColumn = (column: CustomColumn, length: number): void => {
  const { numbers, codes } = column;
  if (numbers !== undefined && numbers.length < length) {
    column.numbers = new Float64Array(length).fill(Number.NaN);
    column.numbers.set(numbers);
  }
  if (numbers === undefined && codes.length < length) {
    column.codes = new Uint32Array(length);
    column.codes.set(codes);
  }
};

const codeFor = ({ values, codeOf }: CustomColumn, value: CustomValue): number => {
  const known = codeOf.get(value);
  if (known !== undefined) return known;
  codeOf.set(value, values.length);
  return values.push(value) - 1;
};

/** The first value that is no number: from now on the column holds codes. */
const turnToCodes = (column: CustomColumn, numbers: Float64Array) => {
  column.codes = Uint32Array.from(numbers, (value) =>
    codeFor(column, Number.isNaN(value) ? null : value),
  );
  column.numbers = undefined;
};

/** Takes a value over, in place; a place beyond the column is left out. */
export const putValue = (column: CustomColumn, ord: number, value: CustomValue): void => {
  const { numbers } = column;
  if (numbers !== undefined) {
    if (value === null || typeof value === 'number') {
      if (ord < numbers.length) numbers[ord] = value ?? Number.NaN;
      return;
    }
    turnToCodes(column, numbers);
  }
  if (ord < column.codes.length) column.codes[ord] = codeFor(column, value);
};

export const valueAt = ({ numbers, codes, values }: CustomColumn, ord: number): CustomValue => {
  if (numbers === undefined) return values[codes[ord] ?? 0] ?? null;
  const value = numbers[ord] ?? Number.NaN;
  return Number.isNaN(value) ? null : value;
};

/** A number per place that sorts as the column does, NaN for "none": see sortKeys. */
export const columnKeys = ({ numbers, codes, values }: CustomColumn): Float64Array => {
  if (numbers !== undefined) return numbers;
  const hasText = values.some((value) => typeof value === 'string');
  const ranks = hasText
    ? rankTexts(values.map((value) => String(value ?? '')))
    : Float64Array.from(values, (value) => (value === null ? Number.NaN : Number(value)));
  return Float64Array.from(codes, (code) => ranks[code] ?? Number.NaN);
};
