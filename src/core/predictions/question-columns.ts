import { missingLevel } from './fit-recipe.ts';
import { computeAuc } from './metrics.ts';
import type { ColumnQuestion } from './model-version.ts';
import { dayOf, numberOf, type SourceColumn, textOf } from './source-column.ts';

/** Rows of one bin: each holds about a thirty-third of the table, or one choice. */
type Bin = { readonly rows: number; readonly positives: number };

type Look = {
  /** In the order of their values; choices in no order. */
  readonly bins: readonly Bin[];
  /** Area under the curve of the column alone, each row told by the others of its bin. */
  readonly auc: number;
  /** Share of the answer's variance the bins explain, corrected for their number. */
  readonly explained: number;
};

const binShare = 0.03;
const mostAsked = 3;
/** Beyond these a column is no help, it is the answer (learning.md 4). */
const blockedAuc = 0.95;
const askedVariance = 0.3;
const deadShare = 0.03;
const deadRate = 1 / 20;
const tellingAuc = 0.65;

/** Names of what is known only after it happened; matched as whole words. */
const afterwards =
  /(?:^|[^\p{L}])(?:duration|result|outcome|reason|status|closed|closing|refund\w*|exit\w*|cancel\w*|terminat\w*|won|lost|cause)(?:$|[^\p{L}])|通话时长|结果|原因|状态|关闭|退款|退出|取消/iu;

const orderedBins = (
  keys: Float64Array,
  rows: Uint32Array,
  labels: Int8Array,
): { readonly binOf: Uint16Array; readonly bins: Bin[] } => {
  const order = Uint32Array.from(rows, (_, at) => at).sort((a, b) => {
    const [one, other] = [keys[a] as number, keys[b] as number];
    if (Number.isNaN(one) || Number.isNaN(other))
      return Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    return one - other;
  });
  const binOf = new Uint16Array(rows.length);
  const bins: { rows: number; positives: number }[] = [];
  const wanted = Math.max(1, Math.floor(rows.length * binShare));
  let before = Number.NaN;
  for (const at of order) {
    const key = keys[at] as number;
    const last = bins.at(-1);
    const isNew =
      last === undefined ||
      (key !== before && last.rows >= wanted) ||
      (Number.isNaN(key) && !Number.isNaN(before));
    if (isNew) bins.push({ rows: 0, positives: 0 });
    const bin = bins.at(-1) as { rows: number; positives: number };
    bin.rows += 1;
    bin.positives += labels[rows[at] as number] === 1 ? 1 : 0;
    binOf[at] = bins.length - 1;
    before = key;
  }
  return { binOf, bins };
};

const choiceKeys = ({ values }: SourceColumn, rows: Uint32Array): Float64Array => {
  const places = new Map<string, number>();
  return Float64Array.from(rows, (row) => {
    const level = textOf(values[row]) ?? missingLevel;
    const place = places.get(level) ?? places.size;
    places.set(level, place);
    return place;
  });
};

const keysOf = (column: SourceColumn, rows: Uint32Array): Float64Array => {
  if (column.type === 'number')
    return Float64Array.from(rows, (row) => numberOf(column.values[row]));
  if (column.type === 'date') return Float64Array.from(rows, (row) => dayOf(column.values[row]));
  return choiceKeys(column, rows);
};

const binChoices = (keys: Float64Array, rows: Uint32Array, labels: Int8Array) => {
  const bins: { rows: number; positives: number }[] = [];
  keys.forEach((key, at) => {
    const bin = bins[key] ?? { rows: 0, positives: 0 };
    bins[key] = bin;
    bin.rows += 1;
    bin.positives += labels[rows[at] as number] === 1 ? 1 : 0;
  });
  return { binOf: Uint16Array.from(keys), bins };
};

const lookAt = (column: SourceColumn, rows: Uint32Array, labels: Int8Array, base: number): Look => {
  const keys = keysOf(column, rows);
  const isOrdered = column.type === 'number' || column.type === 'date';
  const { binOf, bins } = (isOrdered ? orderedBins : binChoices)(keys, rows, labels);
  const answers = Uint8Array.from(rows, (row) => (labels[row] === 1 ? 1 : 0));
  // A row is not told by itself: a column of 5,000 choices must not look like the answer.
  const told = Float64Array.from(answers, (answer, at) => {
    const { rows: count, positives } = bins[binOf[at] as number] as Bin;
    return (positives - answer + base) / count;
  });
  const between = bins.reduce(
    (sum, { rows: count, positives }) => sum + count * (positives / count - base) ** 2,
    0,
  );
  const whole = rows.length * base * (1 - base);
  const byChance = (bins.length - 1) / Math.max(1, rows.length - 1);
  return {
    bins: isOrdered ? bins : [],
    auc: computeAuc(told, answers),
    explained: Math.max(0, between / whole - byChance),
  };
};

/** The longest run of bins in which the answer practically never, or practically always, comes. */
const deadZone = (bins: readonly Bin[], base: number, rows: number): Bin | undefined => {
  const isDead = (of: Bin, rate: number, positives: number) =>
    positives / of.rows < rate * deadRate && of.rows * rate >= 5;
  const zones: Bin[] = [];
  for (const side of [0, 1]) {
    const rate = side === 0 ? base : 1 - base;
    let run: Bin = { rows: 0, positives: 0 };
    for (const bin of bins) {
      const next = { rows: run.rows + bin.rows, positives: run.positives + bin.positives };
      const hits = side === 0 ? next.positives : next.rows - next.positives;
      const own = side === 0 ? bin.positives : bin.rows - bin.positives;
      if (own / bin.rows < rate * 0.2 && hits / next.rows < rate * deadRate) run = next;
      else run = { rows: 0, positives: 0 };
      const hit = side === 0 ? run.positives : run.rows - run.positives;
      if (run.rows >= rows * deadShare && isDead(run, rate, hit)) zones.push(run);
    }
  }
  return zones.sort((a, b) => b.rows - a.rows)[0];
};

const questionOf = (
  column: SourceColumn,
  look: Look,
  base: number,
  rows: number,
): ColumnQuestion | undefined => {
  const { auc, explained, bins } = look;
  const asked = (test: ColumnQuestion['test'], share: number): ColumnQuestion => ({
    column: column.name,
    severity: test === 'answer' ? 'block' : 'ask',
    test,
    auc,
    share,
  });
  if (auc >= blockedAuc) return asked('answer', auc);
  const zone = deadZone(bins, base, rows);
  if (zone !== undefined && auc >= tellingAuc) return asked('dead-zone', zone.rows / rows);
  if (explained >= askedVariance) return asked('variance', explained);
  if (auc >= tellingAuc && afterwards.test(column.name)) return asked('name', auc);
  return undefined;
};

/**
 * Columns that may know the answer before it is asked: blocked when they are the answer, else at most
 * three to be asked about, the most telling first. `labels` has one entry per row of the table.
 */
export const questionColumns = (
  columns: readonly SourceColumn[],
  rows: Uint32Array,
  labels: Int8Array,
): readonly ColumnQuestion[] => {
  const positives = rows.reduce((sum, row) => sum + (labels[row] === 1 ? 1 : 0), 0);
  const base = positives / Math.max(1, rows.length);
  const found = columns.flatMap((column) => {
    const question = questionOf(column, lookAt(column, rows, labels, base), base, rows.length);
    return question === undefined ? [] : [question];
  });
  const asked = found.filter(({ severity }) => severity === 'ask').sort((a, b) => b.auc - a.auc);
  return [...found.filter(({ severity }) => severity === 'block'), ...asked.slice(0, mostAsked)];
};
