import type { OrderKind } from './order.ts';

/** The nth number of a year: `2026-0001`. Four digits at least, so that a list of them sorts. */
export const orderNumber = (date: string, nth: number): string =>
  `${date.slice(0, 4)}-${String(nth).padStart(4, '0')}`;

/**
 * The external id an order made here carries: its number is unique per kind and year, and a file
 * that was exported and comes back finds the order it left.
 */
export const orderKey = (kind: OrderKind, number: string): string => `${kind}/${number}`;
