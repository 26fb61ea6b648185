import { dayText } from '#core/day-number.ts';
import {
  accumulateEffects,
  binOf,
  fitEdges,
} from '#core/predictions/effects/accumulate-effects.ts';
import type { ColumnEffect } from '#core/predictions/effects/column-effect.ts';
import type { SourceRow } from '#core/predictions/reasons/plan-walks.ts';
import type { RecipeColumn } from '#core/predictions/recipe-column.ts';
import { dayOf, numberOf, textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';

/** Logits of rows by a model; undefined when cancelled. */
type Say = (rows: readonly SourceRow[]) => Promise<Float64Array | undefined>;

type Of = {
  readonly column: string;
  readonly kind: RecipeColumn['kind'];
  /** Where the column stands in the rows. */
  readonly at: number;
  readonly rows: readonly SourceRow[];
  readonly say: Say;
};

const followNumbers = async ({
  column,
  kind,
  at,
  rows: all,
  say,
}: Of): Promise<ColumnEffect | undefined> => {
  const read = kind === 'date' ? dayOf : numberOf;
  const write = (value: number): CustomValue => (kind === 'date' ? dayText(value) : value);
  const rows = all.filter((row) => !Number.isNaN(read(row[at])));
  const values = Float64Array.from(rows, (row) => read(row[at]));
  const edges = fitEdges(values);
  const bins = Int32Array.from(values, (value) => binOf(edges, value));
  const moved = (step: number) =>
    rows.map((row, place) => row.with(at, write(edges[(bins[place] ?? 0) + step] ?? 0)));
  const isFlat = edges.length < 2;
  const lower = isFlat ? new Float64Array() : await say(moved(0));
  const upper = isFlat ? new Float64Array() : await say(moved(1));
  if (lower === undefined || upper === undefined) return undefined;
  const added = upper.map((logit, row) => logit - (lower[row] ?? 0));
  const { effects, rows: counts } = accumulateEffects(edges, bins, added);
  const points = Array.from(edges, (edge, place) => ({
    value: write(edge),
    effect: effects[place] ?? 0,
    customers: place === 0 ? 0 : (counts[place - 1] ?? 0),
  }));
  return { column, kind: 'curve', points };
};

const mostLevels = 12;
const fewestOfLevel = 2;
/** Rows in which every choice is tried. */
const mostTried = 150;

const compareLevels = async ({ column, at, rows, say }: Of): Promise<ColumnEffect | undefined> => {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const level = textOf(row[at]);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const levels = [...counts]
    .filter(([, count]) => count >= fewestOfLevel)
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostLevels);
  const step = Math.max(1, rows.length / mostTried);
  const tried = Array.from(
    { length: Math.min(mostTried, rows.length) },
    (_, place) => rows[Math.floor(place * step)] ?? [],
  );
  const means: number[] = [];
  for (const [level] of levels) {
    const said = await say(tried.map((row) => row.with(at, level)));
    if (said === undefined) return undefined;
    means.push(said.reduce((sum, logit) => sum + logit, 0) / Math.max(1, said.length));
  }
  const total = levels.reduce((sum, [, count]) => sum + count, 0);
  const usual = levels.reduce(
    (sum, [, count], place) => sum + ((means[place] ?? 0) * count) / total,
    0,
  );
  const points = levels.map(([value, customers], place) => ({
    value,
    effect: (means[place] ?? 0) - usual,
    customers,
  }));
  return { column, kind: 'levels', points };
};

/**
 * What the values of one column do to a model's logits over these rows: accumulated local effects of
 * numbers and days, the mean with each choice put in for choices. Zero is the usual. Undefined when cancelled.
 */
export const measureColumnEffect = (of: Of): Promise<ColumnEffect | undefined> =>
  of.kind === 'choice' ? compareLevels(of) : followNumbers(of);
