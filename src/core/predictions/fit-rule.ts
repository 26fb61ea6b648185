import * as v from 'valibot';
import type { FindValues } from './encode-rows.ts';
import type { SourceColumn } from './source-column.ts';
import { type BinnedField, binRows, fitBins } from './trees/bin-rows.ts';
import type { BinnedTable } from './trees/binned-table.ts';

export const ruleSchema = v.object({
  column: v.string(),
  /** Which customers it picks: from a number (or a day) on, below it, or with one value. */
  picks: v.variant('test', [
    v.object({ test: v.picklist(['from', 'below']), than: v.number(), isDay: v.boolean() }),
    v.object({ test: v.literal('is'), value: v.string() }),
  ]),
  /** How often it happened for those it picks and for the others, on the rows it was found on. */
  rateIn: v.number(),
  rateOut: v.number(),
});
/** The best rule of thumb: one column, one threshold or one value. */
export type Rule = v.InferOutput<typeof ruleSchema>;

type Count = { readonly rows: number; readonly positives: number };

/** Log-loss of saying its own rate to everybody of a group, summed. */
const lossOf = ({ rows, positives }: Count): number => {
  const own = (part: number) => (part === 0 ? 0 : -part * Math.log(part / rows));
  return own(positives) + own(rows - positives);
};

type Candidate = { readonly picks: Rule['picks']; readonly inside: Count };

const none: Count = { rows: 0, positives: 0 };

const plus = (a: Count, b: Count): Count => ({
  rows: a.rows + b.rows,
  positives: a.positives + b.positives,
});

const less = (all: Count, part: Count): Count => ({
  rows: all.rows - part.rows,
  positives: all.positives - part.positives,
});

/** Every value of a choice, every threshold of a number; what is missing is never picked by a threshold. */
function* listCandidates(
  field: BinnedField,
  rows: Float64Array,
  positives: Float64Array,
): Generator<Candidate> {
  const countOf = (code: number): Count => ({
    rows: rows[code] as number,
    positives: positives[code] as number,
  });
  if (field.kind === 'choice') {
    for (const [at, value] of field.levels.entries())
      yield { picks: { test: 'is', value }, inside: countOf(at + 1) };
    return;
  }
  const isDay = field.kind === 'date';
  let known = none;
  for (let code = 1; code < rows.length; code += 1) known = plus(known, countOf(code));
  let below = none;
  for (const [at, than] of field.cuts.entries()) {
    below = plus(below, countOf(at + 1));
    yield { picks: { test: 'below', than, isDay }, inside: below };
    yield { picks: { test: 'from', than, isDay }, inside: less(known, below) };
  }
}

/** A group of a handful of customers proves no rule. */
const fewestPicked = 20;

/** The rate of a group, drawn towards that of all as one row would. */
const smooth = ({ rows, positives }: Count, rate: number): number =>
  (positives + rate) / (rows + 1);

const codeTest = (field: BinnedField, { picks }: Pick<Rule, 'picks'>) => {
  if (picks.test === 'is') {
    const wanted = field.kind === 'choice' ? field.levels.indexOf(picks.value) + 1 : -1;
    return (code: number) => code === wanted;
  }
  const first = field.kind === 'choice' ? 0 : field.cuts.indexOf(picks.than) + 2;
  return picks.test === 'from'
    ? (code: number) => code >= first
    : (code: number) => code > 0 && code < first;
};

type Best = { readonly field: BinnedField; readonly candidate: Candidate; readonly loss: number };

const countCodes = (codes: Uint8Array, bins: number, labels: ArrayLike<number>) => {
  const rows = new Float64Array(bins);
  const positives = new Float64Array(bins);
  codes.forEach((code, at) => {
    (rows[code] as number) += 1;
    (positives[code] as number) += labels[at] as number;
  });
  return { rows, positives };
};

const rateOf = ({ candidate: { inside } }: Best): number => inside.positives / inside.rows;

/** Of two sides of one threshold that side is told where it happens more often. */
const isBetter = (one: Best, best: Best | undefined): boolean => {
  if (best === undefined) return true;
  const won = best.loss - one.loss;
  return Math.abs(won) < 1e-9 ? rateOf(one) > rateOf(best) : won > 0;
};

const findBest = (
  fields: readonly BinnedField[],
  { columns }: BinnedTable,
  labels: ArrayLike<number>,
  all: Count,
): Best | undefined => {
  let best: Best | undefined;
  for (const [at, field] of fields.entries()) {
    const { codes, bins } = columns[at] as BinnedTable['columns'][number];
    const { rows, positives } = countCodes(codes, bins, labels);
    for (const candidate of listCandidates(field, rows, positives)) {
      const outside = less(all, candidate.inside);
      if (Math.min(candidate.inside.rows, outside.rows) < fewestPicked) continue;
      const loss = lossOf(candidate.inside) + lossOf(outside);
      if (isBetter({ field, candidate, loss }, best)) best = { field, candidate, loss };
    }
  }
  return best;
};

/** A rule, and what it says of any rows of the table. */
export type FittedRule = {
  readonly rule: Rule;
  readonly apply: (rows: Uint32Array) => Float64Array;
};

/**
 * The rule of one column that tells the answers of `rows` apart best (lowest log-loss). `labels` are
 * those of `rows`, 0 or 1. Undefined where no column splits them.
 */
export const fitRule = (
  columns: readonly SourceColumn[],
  find: FindValues,
  rows: Uint32Array,
  labels: ArrayLike<number>,
): FittedRule | undefined => {
  const fields = fitBins(columns, rows);
  let positives = 0;
  for (let at = 0; at < rows.length; at += 1) positives += labels[at] as number;
  const all = { rows: rows.length, positives };
  const best = findBest(fields, binRows(fields, find, rows), labels, all);
  if (best === undefined) return undefined;
  const { field, candidate } = best;
  const rate = positives / rows.length;
  const rule: Rule = {
    column: field.name,
    picks: candidate.picks,
    rateIn: smooth(candidate.inside, rate),
    rateOut: smooth(less(all, candidate.inside), rate),
  };
  const isPicked = codeTest(field, rule);
  const apply = (to: Uint32Array) => {
    const [column] = binRows([field], find, to).columns;
    return Float64Array.from(column?.codes ?? [], (code) =>
      isPicked(code) ? rule.rateIn : rule.rateOut,
    );
  };
  return { rule, apply };
};
