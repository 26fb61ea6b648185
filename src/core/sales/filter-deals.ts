import { foldText } from '#core/customers/fold-text.ts';
import type { Deal } from './deal.ts';
import { stageSince } from './deal-board.ts';

export const dealViews = ['all', 'this-month', 'no-next-step'] as const;
export type DealView = (typeof dealViews)[number];

export type DealFilter = {
  readonly view: DealView;
  readonly search: string;
  readonly customerId?: string | undefined;
};

/** What a filter asks beyond the deal itself. */
export type DealSurroundings = {
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** Customers something is planned for. */
  readonly planned: ReadonlySet<string>;
  /** Customers whose name matches what is searched. */
  readonly matching: ReadonlySet<string>;
};

/** Whether a deal is shown. What is late still closes this month, if it ever does. */
export const matchesDeal = (deal: Deal, filter: DealFilter, around: DealSurroundings): boolean => {
  const { customerId = '' } = deal;
  if (filter.customerId !== undefined && customerId !== filter.customerId) return false;
  if (filter.view === 'this-month') {
    const month = deal.expectedClose?.slice(0, 7);
    if (month === undefined || month > around.today.slice(0, 7)) return false;
  }
  if (filter.view === 'no-next-step' && around.planned.has(customerId)) return false;
  const wanted = foldText(filter.search.trim());
  return wanted === '' || around.matching.has(customerId) || foldText(deal.name).includes(wanted);
};

/** The order of a column: open deals by the day they close, closed ones the newest first. */
export const compareDeals = (a: Deal, b: Deal): number => {
  if (a.stage === 'won' || a.stage === 'lost') return stageSince(b) - stageSince(a);
  const [first, second] = [a.expectedClose ?? '9999', b.expectedClose ?? '9999'];
  if (first !== second) return first < second ? -1 : 1;
  return (b.amount?.amountMinor ?? 0) - (a.amount?.amountMinor ?? 0);
};
