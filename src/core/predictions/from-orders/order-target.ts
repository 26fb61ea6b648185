import * as v from 'valibot';
import { buysWithin, isLostAfter, lostHorizon, silenceLimit } from './labels-after.ts';
import type { OrderHistory } from './order-history.ts';
import type { Past } from './past-of-customer.ts';

/** Within how many days a purchase may be asked for. */
export const horizonChoices = [30, 60, 90] as const;

export const orderTargetSchema = v.variant('kind', [
  v.object({
    kind: v.literal('buys'),
    withinDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)),
    /** One product or one category; without them anything counts. */
    productId: v.optional(v.string()),
    category: v.optional(v.string()),
  }),
  v.object({ kind: v.literal('lost') }),
]);
/** What can be asked of orders alone: who buys (again, or a thing) within some days, who stops buying. */
export type OrderTarget = v.InferOutput<typeof orderTargetSchema>;

/** Whether only the lines of orders can answer it. */
export const asksForProduct = (target: OrderTarget): boolean =>
  target.kind === 'buys' && (target.productId !== undefined || target.category !== undefined);

/** Days after which every answer is certain. */
export const horizonOf = (target: OrderTarget): number =>
  target.kind === 'lost' ? lostHorizon : target.withinDays;

/** Days until the answer is certain for this customer. */
export const ownHorizonOf = (target: OrderTarget, { gaps }: Past): number =>
  target.kind === 'lost' ? silenceLimit(gaps) : target.withinDays;

/** Gaps between orders that make a rhythm one can fall out of. */
const fewestGaps = 2;

/**
 * Whether the question makes sense of this customer on that morning: somebody known to buy, and, where
 * it is asked who stops, one with a rhythm who has not stopped already.
 */
export const isAskedOf = (target: OrderTarget, { days, gaps, asOf }: Past): boolean => {
  const last = days.at(-1);
  if (last === undefined) return false;
  if (target.kind === 'buys') return true;
  return gaps.length >= fewestGaps && asOf - last <= silenceLimit(gaps);
};

/** What came true of a customer after a morning. `isMeant` names the products asked for. */
export const cameTrue = (
  target: OrderTarget,
  history: OrderHistory,
  customer: number,
  asOf: number,
  isMeant?: (product: number) => boolean,
): boolean =>
  target.kind === 'lost'
    ? isLostAfter(history, customer, asOf)
    : buysWithin(history, customer, asOf, target.withinDays, isMeant);

/** The question as a column would be called that answers it with yes and no. */
export const nameOrderTarget = (target: OrderTarget, product = ''): string => {
  if (target.kind === 'lost') return 'stops buying';
  return asksForProduct(target)
    ? `buys ${product} within ${target.withinDays} days`
    : `buys within ${target.withinDays} days`;
};

const named = /^buys (?:(.+) )?within (\d+) days$/u;

/** Reads such a name back; undefined where it is the name of a column. */
export const readOrderTargetName = (
  name: string,
):
  | { readonly kind: 'lost' }
  | { readonly kind: 'buys'; readonly withinDays: number; readonly product?: string }
  | undefined => {
  if (name === nameOrderTarget({ kind: 'lost' })) return { kind: 'lost' };
  const [, product, days] = named.exec(name) ?? [];
  if (days === undefined) return undefined;
  return { kind: 'buys', withinDays: Number(days), ...(product !== undefined && { product }) };
};
