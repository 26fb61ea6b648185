import type { RawColumn } from './scale-columns.ts';

/**
 * True for a column that numbers the rows instead of saying something about them: whole numbers,
 * each of them different, none missing, and either in rising order or packed without wide gaps.
 * Distances between such numbers mean nothing.
 */
export const looksLikeIdentifier = ({ values }: RawColumn): boolean => {
  if (values.length < 20 || !values.every((value) => Number.isInteger(value))) return false;
  const ascending = values.slice().sort();
  for (let at = 1; at < ascending.length; at += 1)
    if (ascending[at] === ascending[at - 1]) return false;
  const span = (ascending.at(-1) ?? 0) - (ascending[0] ?? 0);
  return ascending.every((value, at) => value === values[at]) || span < ascending.length * 1.5;
};
