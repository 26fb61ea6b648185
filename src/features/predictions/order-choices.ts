import type { OrderQuestions } from '#contracts/learn.ts';
import {
  horizonChoices,
  nameOrderTarget,
  type OrderTarget,
} from '#core/predictions/from-orders/order-target.ts';
import { type Usable, weighUsable } from './target-choices.ts';

/** The choice that asks which product or category first. */
export const someThing = 'orders:thing';

/** What most ask first. */
const usualDays = 60;

export type OrderChoice = {
  /** The name of the question, as a model of it keeps it. */
  readonly id: string;
  readonly target: OrderTarget;
  readonly usable: Usable;
};

/** Questions the orders have answered often enough to learn from; the usual one first. */
export const listOrderChoices = (orders: OrderQuestions | undefined): readonly OrderChoice[] =>
  (orders?.answers ?? [])
    .map(({ target, rows, positives }) => ({
      id: nameOrderTarget(target),
      target,
      usable: weighUsable(rows, positives),
    }))
    .filter(({ usable }) => usable.trouble === undefined)
    .sort((a, b) => Number(isUsual(b.target)) - Number(isUsual(a.target)));

const isUsual = (target: OrderTarget): boolean =>
  target.kind === 'buys' && target.withinDays === usualDays;

/** A product or category picked from a list: `c:` or `p:` and its name or id. */
export type Thing = { readonly id: string; readonly name: string };

export const listThings = ({ categories, products }: OrderQuestions): readonly Thing[] => [
  ...categories.map((name) => ({ id: `c:${name}`, name })),
  ...products.map(({ id, name }) => ({ id: `p:${id}`, name })),
];

/** The question about a thing. */
export const targetOfThing = ({ id }: Thing, withinDays: number): OrderTarget => {
  const own = id.slice(2);
  return id.startsWith('c:')
    ? { kind: 'buys', withinDays, category: own }
    : { kind: 'buys', withinDays, productId: own };
};

export const dayChoices = horizonChoices.map(String);
