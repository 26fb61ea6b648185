import { logitOf, sigmoid } from '#core/predictions/logit.ts';
import type { CustomValue } from '#core/record.ts';
import { orderFeatures } from './order-features.ts';

/** Columns of orders are told from fields of customers by how they begin. */
export const orderPrefix = 'orders.';
export const activityPrefix = 'activities.';

export const isOrderColumn = (column: string): boolean =>
  column.startsWith(orderPrefix) || column.startsWith(activityPrefix);

const straight = new Set(orderFeatures.filter(({ log }) => !log).map(({ name }) => name));

type Way = 'chance' | 'minor' | 'count' | 'share';

const wayOf = (column: string): Way => {
  const name = column.slice(orderPrefix.length);
  if (name === 'rhythmChance') return 'chance';
  if (name.endsWith('Minor')) return 'minor';
  return straight.has(name) ? 'share' : 'count';
};

const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * A value of such a column as a person knows it: counts and days instead of logarithms, money in
 * major units, a chance in per cent. `digits`: of the currency's minor units.
 */
export const toldValue = (column: string, value: CustomValue, digits: number): CustomValue => {
  if (!isOrderColumn(column) || typeof value !== 'number') return value;
  const way = wayOf(column);
  if (way === 'chance') return Math.round(100 * sigmoid(value));
  if (way === 'share') return rounded(value);
  return rounded(Math.expm1(value) / (way === 'minor' ? 10 ** digits : 1));
};

/** Such a value read back. */
export const readTold = (column: string, told: CustomValue, digits: number): CustomValue => {
  if (!isOrderColumn(column) || typeof told !== 'number') return told;
  const way = wayOf(column);
  if (way === 'chance') return logitOf(Math.min(1, Math.max(0, told / 100)), 1e-6);
  if (way === 'share') return told;
  return Math.log1p(Math.max(0, told) * (way === 'minor' ? 10 ** digits : 1));
};
