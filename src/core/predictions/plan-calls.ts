import type { GainPoint } from './quality.ts';

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

const wide = 1.96;

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

/**
 * Expects of the next calls what was seen on the customers set aside: the error has a part for having
 * seen only so many of them, and a part for the luck of the calls themselves.
 */
export const planCalls = (
  gains: readonly GainPoint[],
  customers: number,
  calls: number,
  { costOfCall, worthOfSale }: Amounts = { costOfCall: 0, worthOfSale: 0 },
): CallPlan => {
  const made = Math.max(0, Math.min(Math.floor(calls), customers));
  const { hits: share, error } = readGains(gains, customers === 0 ? 0 : made / customers);
  const hits = Math.min(made, customers * share);
  const rate = made === 0 ? 0 : hits / made;
  const luck = made * rate * (1 - rate);
  const deviation = Math.sqrt((customers * error) ** 2 + luck);
  return {
    calls: made,
    hits,
    error: wide * deviation,
    brings: hits * worthOfSale - made * costOfCall,
    bringsError: wide * deviation * worthOfSale,
  };
};

/** The number of calls that brings most; none where no number of them pays. */
export const bestCalls = (
  gains: readonly GainPoint[],
  customers: number,
  terms: Amounts,
): CallPlan | undefined => {
  let best: CallPlan | undefined;
  // Between two points the curve is straight: nothing there can bring more than at both ends.
  for (const { share } of gains) {
    const plan = planCalls(gains, customers, Math.round(share * customers), terms);
    if (plan.brings > (best?.brings ?? 0)) best = plan;
  }
  return best;
};
