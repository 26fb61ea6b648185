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
const writtenNotFinite = /^[-+]?(?:nan|inf|infinity|∞)$/iu;

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

/** Whether a cell holds NaN, an infinity or an absurd number, instead of nothing at all. */
export const isNotFinite = (value: CustomValue | undefined): boolean => {
  if (typeof value === 'number') return !(Math.abs(value) <= largest);
  return typeof value === 'string' && writtenNotFinite.test(value.trim());
};

/** A day `YYYY-MM-DD` (a time may follow) as days since 1970; NaN when it is none. */
export const dayOf = (value: CustomValue | undefined): number =>
  typeof value === 'string' ? dayNumber(value.trim().slice(0, 10)) : Number.NaN;
