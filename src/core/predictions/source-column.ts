import type { FieldType } from '#core/customers/field-definition.ts';
import { dayNumber } from '#core/day-number.ts';
import type { CustomValue } from '#core/record.ts';

/** A column of a table of customers before it becomes numbers: one value per row. */
export type SourceColumn = {
  readonly name: string;
  readonly type: FieldType;
  /** False where the field was switched off for learning (protected traits, free text). */
  readonly learnable: boolean;
  readonly values: readonly CustomValue[];
};

/** A value as a person would compare it, or null when it is missing. */
export const textOf = (value: CustomValue | undefined): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = String(value).trim();
  return text === '' ? null : text;
};

/** Beyond this a number is no measurement, and its square would overflow. */
const largest = 1e100;

/** A value as a number; NaN when it is missing, not a number, not finite or absurdly large. */
export const numberOf = (value: CustomValue | undefined): number => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : Number.NaN;
  return Math.abs(number) <= largest ? number : Number.NaN;
};

/** Whether a cell of numbers holds NaN, an infinity, an absurd number or a word, instead of nothing at all. */
export const isNotFinite = (value: CustomValue | undefined): boolean =>
  textOf(value) !== null && Number.isNaN(numberOf(value));

/** As numbers are written; a leading zero is that of a code, such as a postcode. */
const plainNumber = /^[-+]?(?:0|[1-9]\d*)?(?:\.\d+)?(?:e[-+]?\d+)?$/iu;
const code = /^0\d/u;
const mostWords = 0.05;
const fewestDistinct = 20;

/**
 * Whether a column of words is one of numbers with a few slips among them ("n/a", "about 5"): at least
 * 95 of 100 cells are numbers, of many values, and none is written like a code.
 */
export const holdsNumbers = (values: readonly CustomValue[], rows: Uint32Array): boolean => {
  const distinct = new Set<string>();
  let present = 0;
  let words = 0;
  for (const row of rows) {
    const text = textOf(values[row]);
    if (text === null) continue;
    present += 1;
    if (code.test(text)) return false;
    if (plainNumber.test(text)) distinct.add(text);
    else words += 1;
  }
  return distinct.size > fewestDistinct && words <= mostWords * present;
};

/** A day `YYYY-MM-DD` (a time may follow) as days since 1970; NaN when it is none. */
export const dayOf = (value: CustomValue | undefined): number =>
  typeof value === 'string' ? dayNumber(value.trim().slice(0, 10)) : Number.NaN;
