import { seededRandom } from '#core/seeded-random.ts';
import { compareLosses } from './compare-losses.ts';
import type { GainPoint, Interval, Quality } from './quality.ts';

type Numbers = ArrayLike<number>;

const draws = 200;
/** Points of the gains curve, in hundredths: closer together where one calls. */
const hundredths = [0, 1, 2, 3, 5, 7];
for (let at = 10; at <= 100; at += 5) hundredths.push(at);
const shares = hundredths.map((at) => at / 100);
const liftShares = [0.1, 0.2, 0.5];

/** Rows by score, highest first, cut where the score changes: rows that tie count with their mean. */
type Ranking = {
  readonly order: Uint32Array;
  /** One past the last of each group of rows that tie. */
  readonly ends: Uint32Array;
  readonly labels: Numbers;
  readonly losses: Float64Array;
};

const rankRows = (scores: Numbers, labels: Numbers): Ranking => {
  const order = Uint32Array.from({ length: labels.length }, (_, row) => row).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  const ends: number[] = [];
  order.forEach((row, at) => {
    if (at + 1 === order.length || scores[order[at + 1] as number] !== scores[row])
      ends.push(at + 1);
  });
  const losses = Float64Array.from({ length: labels.length }, (_, row) => {
    const score = scores[row] as number;
    return -Math.log(Math.max(1e-15, labels[row] === 1 ? score : 1 - score));
  });
  return { order, ends: Uint32Array.from(ends), labels, losses };
};

type Figures = {
  readonly auc: number;
  readonly logLoss: number;
  readonly rate: number;
  /** For whom it happened among the highest of each share, as a share of all rows. */
  readonly hits: Float64Array;
  readonly lifts: Float64Array;
};

/** Rows and positives down the ranking, after each group of ties. */
const accumulate = ({ order, ends, labels, losses }: Ranking, weights: Float64Array) => {
  const rows = new Float64Array(ends.length + 1);
  const positives = new Float64Array(ends.length + 1);
  let loss = 0;
  let wins = 0;
  let at = 0;
  ends.forEach((end, group) => {
    let tied = 0;
    let tiedPositives = 0;
    for (; at < end; at += 1) {
      const row = order[at] as number;
      const weight = weights[row] as number;
      tied += weight;
      tiedPositives += weight * (labels[row] as number);
      loss += weight * (losses[row] as number);
    }
    const before = positives[group] as number;
    wins += (tied - tiedPositives) * (before + tiedPositives / 2);
    rows[group + 1] = (rows[group] as number) + tied;
    positives[group + 1] = before + tiedPositives;
  });
  return { rows, positives, loss, wins };
};

/** Positives among the first `wanted` rows of the ranking; `wanted` must ascend. */
const positivesAmong = (rows: Float64Array, positives: Float64Array, wanted: readonly number[]) => {
  let group = 0;
  return wanted.map((count) => {
    while (group + 2 < rows.length && (rows[group + 1] as number) < count) group += 1;
    const from = rows[group] as number;
    const tied = (rows[group + 1] as number) - from;
    const before = positives[group] as number;
    const share = tied === 0 ? 0 : Math.min(1, (count - from) / tied);
    return before + share * ((positives[group + 1] as number) - before);
  });
};

const measure = (ranking: Ranking, weights: Float64Array): Figures => {
  const { rows, positives, loss, wins } = accumulate(ranking, weights);
  const total = rows[rows.length - 1] as number;
  const hit = positives[positives.length - 1] as number;
  const pairs = hit * (total - hit);
  const asRows = liftShares.map((share) => Math.max(1, Math.round(total * share)));
  const lifted = positivesAmong(rows, positives, asRows);
  const found = positivesAmong(
    rows,
    positives,
    shares.map((share) => share * total),
  );
  return {
    auc: pairs === 0 ? 0.5 : wins / pairs,
    logLoss: loss / total,
    rate: hit / total,
    hits: Float64Array.from(found, (count) => count / total),
    lifts: Float64Array.from(lifted, (count, at) =>
      hit === 0 ? 1 : count / (asRows[at] as number) / (hit / total),
    ),
  };
};

const quantile = (sorted: Float64Array, share: number): number => {
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const from = sorted[low] as number;
  return from + (place - low) * ((sorted[Math.min(sorted.length - 1, low + 1)] as number) - from);
};

/** The middle 95 % of what was drawn; the figure itself always lies in it. */
const intervalOf = (value: number, drawn: readonly number[]): Interval => {
  const sorted = Float64Array.from(drawn).sort();
  return {
    value,
    low: Math.min(value, quantile(sorted, 0.025)),
    high: Math.max(value, quantile(sorted, 0.975)),
  };
};

const deviationOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
};

const gainOf = (whole: Figures, drawn: readonly Figures[], at: number): GainPoint => {
  const foundOf = ({ hits, rate }: Figures) =>
    rate === 0 ? (shares[at] as number) : (hits[at] as number) / rate;
  const { value, low, high } = intervalOf(foundOf(whole), drawn.map(foundOf));
  return {
    share: shares[at] as number,
    found: value,
    foundLow: low,
    foundHigh: high,
    hits: whole.hits[at] as number,
    hitsError: deviationOf(drawn.map(({ hits }) => hits[at] as number)),
  };
};

/** The rows of each owner; every row is its own where nobody has several. */
const unitsOf = (rows: number, owners: Numbers | undefined): readonly (readonly number[])[] => {
  if (owners === undefined) return Array.from({ length: rows }, (_, row) => [row]);
  const byOwner = new Map<number, number[]>();
  for (let row = 0; row < rows; row += 1) {
    const owner = owners[row] as number;
    const known = byOwner.get(owner);
    if (known === undefined) byOwner.set(owner, [row]);
    else known.push(row);
  }
  return [...byOwner.values()];
};

export type Scored = {
  /** Probabilities of rows not learned from, and what happened: 0 or 1. */
  readonly scores: Numbers;
  readonly labels: Numbers;
  /** What saying the same to everybody says: the rate of the rows learned from. */
  readonly baseRate: number;
  /** What the simple model says, when it is not the one measured. */
  readonly simple?: Numbers | undefined;
  /** Whose row each is, where one has several: they are drawn together. */
  readonly owners?: Numbers | undefined;
  readonly seed: number;
};

/**
 * How far the figures of a model may be trusted: the rows set aside are drawn anew, with replacement,
 * 200 times (percentile bootstrap, Efron 1979). Yields the share of draws done.
 */
export function* drawQuality({
  scores,
  labels,
  baseRate,
  simple,
  owners,
  seed,
}: Scored): Generator<number, Quality> {
  const ranking = rankRows(scores, labels);
  const units = unitsOf(labels.length, owners);
  const random = seededRandom(seed);
  const whole = measure(ranking, new Float64Array(labels.length).fill(1));
  const drawn: Figures[] = [];
  const weights = new Float64Array(labels.length);
  for (let draw = 0; draw < draws; draw += 1) {
    weights.fill(0);
    for (let unit = 0; unit < units.length; unit += 1)
      for (const row of units[Math.floor(random() * units.length)] as readonly number[])
        (weights[row] as number) += 1;
    drawn.push(measure(ranking, weights));
    yield (draw + 1) / draws;
  }
  const lift = (at: number) =>
    intervalOf(
      whole.lifts[at] as number,
      drawn.map(({ lifts }) => lifts[at] as number),
    );
  const toEverybody = new Float64Array(labels.length).fill(baseRate);
  return {
    draws,
    units: units.length,
    auc: intervalOf(
      whole.auc,
      drawn.map(({ auc }) => auc),
    ),
    logLoss: intervalOf(
      whole.logLoss,
      drawn.map(({ logLoss }) => logLoss),
    ),
    lift10: lift(0),
    lift20: lift(1),
    lift50: lift(2),
    overBase: compareLosses(toEverybody, scores, labels, owners),
    ...(simple !== undefined && { overSimple: compareLosses(simple, scores, labels, owners) }),
    gains: shares.map((_, at) => gainOf(whole, drawn, at)),
  };
}
