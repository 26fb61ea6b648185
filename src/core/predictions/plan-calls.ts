import type { GainPoint, Quality } from './quality.ts';

/** Calling so many of the highest ranked: how many hits to expect, give or take. */
export type CallPlan = {
  readonly calls: number;
  readonly hits: number;
  /** In 95 of 100 cases it is not further off than this. */
  readonly error: number;
  /** What it brings, after the calls are paid, and give or take how much; in whatever unit costs and sales are in. */
  readonly brings: number;
  readonly bringsError: number;
};

type Amounts = { readonly costOfCall: number; readonly worthOfSale: number };

/** What is known of the customers set aside: their curve, and how many of them (or of their owners) there are. */
type Seen = Pick<Quality, 'gains' | 'units'>;

const wide = 1.96;
/** What fewer of the best customers did is luck: the first calls are expected to go as these many did. */
const fewestSeen = 20;
/** The base rate counts as much as this many customers: 20 hits of 20 are not a rate of one. */
const prior = 2;

/** Hits and their standard error per customer there is, at a share of them; straight lines between the points. */
const readGains = (gains: readonly GainPoint[], share: number) => {
  const next = gains.findIndex((point) => point.share >= share);
  const after = gains[next];
  const before = gains[Math.max(0, next - 1)];
  if (after === undefined || before === undefined) return { hits: 0, error: 0 };
  const width = after.share - before.share;
  const part = width === 0 ? 1 : (share - before.share) / width;
  return {
    hits: before.hits + part * (after.hits - before.hits),
    error: before.hitsError + part * (after.hitsError - before.hitsError),
  };
};

/** How often it happens among the highest ranked share, and the standard error of knowing that. */
const rateAmong = ({ gains, units }: Seen, share: number) => {
  const looked = Math.min(1, Math.max(share, fewestSeen / units));
  const { hits, error } = readGains(gains, looked);
  const base = gains.at(-1)?.hits ?? 0;
  const seen = looked * units;
  const rate = (hits * units + prior * base) / (seen + prior);
  // Drawing anew from 20 hits of 20 never draws a miss: the count itself says how little is known.
  const counted = Math.sqrt((rate * (1 - rate)) / (seen + prior));
  return { rate, error: Math.max(error / looked, counted) };
};

/**
 * Expects of the next calls what was seen on the customers set aside: the error has a part for having
 * seen only so many of them, and a part for the luck of the calls themselves.
 */
export const planCalls = (
  seen: Seen,
  customers: number,
  calls: number,
  { costOfCall, worthOfSale }: Amounts = { costOfCall: 0, worthOfSale: 0 },
): CallPlan => {
  const made = Math.max(0, Math.min(Math.floor(calls), customers));
  if (made === 0) return { calls: 0, hits: 0, error: 0, brings: 0, bringsError: 0 };
  const { rate, error } = rateAmong(seen, made / customers);
  const hits = made * rate;
  const off = wide * Math.sqrt((made * error) ** 2 + hits * (1 - rate));
  return {
    calls: made,
    hits,
    error: off,
    brings: hits * worthOfSale - made * costOfCall,
    bringsError: off * worthOfSale,
  };
};

/** The number of calls that brings most; none where no number of them pays. */
export const bestCalls = (seen: Seen, customers: number, terms: Amounts): CallPlan | undefined => {
  let best: CallPlan | undefined;
  // Between two points the curve is straight: nothing there can bring more than at both ends.
  for (const { share } of seen.gains) {
    const plan = planCalls(seen, customers, Math.round(share * customers), terms);
    if (plan.brings > (best?.brings ?? 0)) best = plan;
  }
  return best;
};
