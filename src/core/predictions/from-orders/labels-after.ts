import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { type OrderHistory, placeOfDay } from './order-history.ts';
import { middleOf, pastOfCustomer } from './past-of-customer.ts';

/** Nobody counts as lost before so many days without an order. */
export const shortestSilence = 60;
const longestSilence = 180;

/** Whether a customer orders in [asOf, asOf + days): anything, or one of the products `isMeant` names. */
export const buysWithin = (
  history: OrderHistory,
  customer: number,
  asOf: number,
  days: number,
  isMeant?: (product: number) => boolean,
): boolean => {
  const end = placeOfDay(history, customer, asOf + days);
  for (let at = placeOfDay(history, customer, asOf); at < end; at += 1) {
    if (history.kind[at] !== orderKindCodes.order) continue;
    if (isMeant === undefined || (history.products?.[at] ?? []).some(isMeant)) return true;
  }
  return false;
};

/** Days without an order after which a customer with these gaps (ascending) counts as lost. */
export const silenceLimit = (gaps: readonly number[]): number => {
  const usual = middleOf(gaps);
  const own = Number.isNaN(usual) ? shortestSilence : Math.max(shortestSilence, 2 * usual);
  return Math.min(longestSilence, own);
};

/**
 * Whether a customer is lost on a day: no order within the own limit from there. The limit comes from
 * orders before the day, so the answer is certain `longestSilence` days later at the latest.
 */
export const isLostAfter = (history: OrderHistory, customer: number, asOf: number): boolean => {
  const { gaps } = pastOfCustomer(history, customer, asOf);
  return !buysWithin(history, customer, asOf, silenceLimit(gaps));
};

/** How long after a day it takes until every label "lost" is certain. */
export const lostHorizon = longestSilence;
