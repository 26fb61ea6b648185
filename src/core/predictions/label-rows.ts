import type { CustomValue } from '#core/record.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { textOf } from './source-column.ts';

/** What is to be predicted: rows where `field` is `positive` against the others. */
export type Target = { readonly field: string; readonly positive: string };

export type Labels = {
  readonly target: Target;
  /** Per row: 1 positive, 0 not, -1 without an answer. */
  readonly labels: Int8Array;
  readonly labelled: number;
  readonly positives: number;
};

/** Below this nothing is learned: the simple rule of thumb does better (product.md). */
export const fewestRows = 200;
export const fewestOfRarer = 50;

const yesWords = new Set(['yes', 'y', 'true', 't', '1', 'ja', 'oui', 'si', 'sí', '是', '真', '对']);
const noWords = new Set(['no', 'n', 'false', 'f', '0', 'nein', 'non', '否', '假', '不']);

/** A yes/no column is stored as true and false; the person chose a word. */
const wordOf = (positive: string, values: readonly CustomValue[]): string => {
  const text = positive.trim();
  if (!values.some((value) => typeof value === 'boolean')) return text;
  const word = text.toLowerCase();
  if (yesWords.has(word)) return 'yes';
  return noWords.has(word) ? 'no' : text;
};

const countValues = (values: readonly CustomValue[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) {
    const text = textOf(value);
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
};

/** The value meant: the one named, or the rarer of two when none is. Undefined when that is unclear. */
const chooseValue = (
  positive: string,
  values: readonly CustomValue[],
  counts: ReadonlyMap<string, number>,
): string | undefined => {
  const named = wordOf(positive, values);
  if (named !== '') return named;
  if (counts.size > 2) return undefined;
  return [...counts].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
};

/** Whether so many answers are enough to learn from. Refuses: too-few-rows, target-one-class, too-few-positives. */
export const weighAnswers = (
  target: Target,
  labelled: number,
  positives: number,
): ReturnType<typeof refuse> | undefined => {
  const facts = { field: target.field, positive: target.positive };
  const rarer = Math.min(positives, labelled - positives);
  if (labelled < fewestRows)
    return refuse('too-few-rows', { ...facts, rows: labelled, needed: fewestRows });
  if (rarer === 0) return refuse('target-one-class', { ...facts, rows: labelled });
  if (rarer < fewestOfRarer)
    return refuse('too-few-positives', { ...facts, positives: rarer, needed: fewestOfRarer });
  return undefined;
};

/**
 * Reads the target column. An empty `positive` means the rarer of two values; a named one works with
 * any number of values.
 * Refuses: target-missing (no answer at all), target-not-binary (three values, none named),
 * target-one-class, too-few-rows, too-few-positives.
 */
export const labelRows = (
  values: readonly CustomValue[],
  { field, positive }: Target,
): Result<Labels> => {
  const counts = countValues(values);
  if (counts.size === 0) return refuse('target-missing', { field });
  const chosen = chooseValue(positive, values, counts);
  if (chosen === undefined) return refuse('target-not-binary', { field, distinct: counts.size });
  const target = { field, positive: chosen };
  const labels = Int8Array.from(values, (value) => {
    const text = textOf(value);
    if (text === null) return -1;
    return text === chosen ? 1 : 0;
  });
  const labelled = [...counts.values()].reduce((total, count) => total + count, 0);
  const positives = counts.get(chosen) ?? 0;
  return (
    weighAnswers(target, labelled, positives) ?? accept({ target, labels, labelled, positives })
  );
};
