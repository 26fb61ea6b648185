import type { Deal } from './deal.ts';
import { stageProbability } from './deal-board.ts';

/** An amount in one currency, in whole minor units. */
export type CurrencySum = { readonly currency: string; readonly amountMinor: number };

/** What deals of one month and currency may bring. */
export type ForecastLine = {
  /** `YYYY-MM` of the expected close; '' without one. */
  readonly month: string;
  readonly currency: string;
  readonly deals: number;
  readonly amountMinor: number;
  /** Σ amount × probability of the stage, rounded once. */
  readonly weightedMinor: number;
};

/** Sums per currency, the largest first; currencies are never added up. Deals without one count for nothing. */
export const sumDeals = (deals: readonly Pick<Deal, 'amount'>[]): readonly CurrencySum[] => {
  const sums = new Map<string, number>();
  for (const { amount } of deals)
    if (amount !== undefined)
      sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.amountMinor);
  return [...sums]
    .map(([currency, amountMinor]) => ({ currency, amountMinor }))
    .sort((a, b) => b.amountMinor - a.amountMinor);
};

const byMonth = (a: ForecastLine, b: ForecastLine) => {
  if (a.month === b.month) return a.currency < b.currency ? -1 : 1;
  if (a.month === '' || b.month === '') return a.month === '' ? 1 : -1;
  return a.month < b.month ? -1 : 1;
};

/** The weighted forecast of open deals by month of expected close and currency, the soonest first. */
export const forecastDeals = (deals: readonly Deal[]): readonly ForecastLine[] => {
  const lines = new Map<string, ForecastLine>();
  for (const { amount, stage, expectedClose = '' } of deals) {
    if (amount === undefined || stage === 'won' || stage === 'lost') continue;
    const month = expectedClose.slice(0, 7);
    const { currency } = amount;
    const key = `${month}|${currency}`;
    const before = lines.get(key) ?? {
      month,
      currency,
      deals: 0,
      amountMinor: 0,
      weightedMinor: 0,
    };
    lines.set(key, {
      ...before,
      deals: before.deals + 1,
      amountMinor: before.amountMinor + amount.amountMinor,
      weightedMinor: before.weightedMinor + amount.amountMinor * stageProbability[stage],
    });
  }
  return [...lines.values()]
    .map((line) => ({ ...line, weightedMinor: Math.round(line.weightedMinor) }))
    .sort(byMonth);
};

/** The forecast of all months, per currency, the largest first. */
export const sumForecast = (lines: readonly ForecastLine[]): readonly CurrencySum[] =>
  sumDeals(
    lines.map(({ currency, weightedMinor }) => ({
      amount: { currency, amountMinor: weightedMinor },
    })),
  );
