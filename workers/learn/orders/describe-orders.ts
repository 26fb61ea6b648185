import type { OrderQuestions } from '#contracts/learn.ts';
import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { placeOfDay } from '#core/predictions/from-orders/order-history.ts';
import {
  cameTrue,
  horizonChoices,
  horizonOf,
  isAskedOf,
  type OrderTarget,
} from '#core/predictions/from-orders/order-target.ts';
import { pastOfCustomer } from '#core/predictions/from-orders/past-of-customer.ts';
import { firstDayOf } from '#core/predictions/from-orders/snapshot-table.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { type Histories, readHistories } from '#workers/learn/repurchase/read-history.ts';
import { planDays } from './ask-orders.ts';
import { lastDayOf } from './order-book.ts';

/** More than a person picks from. */
const mostProducts = 400;
/** Catalogues beyond this are known in part only. */
const mostRead = 4_000;

const questions: readonly OrderTarget[] = [
  ...horizonChoices.map((withinDays): OrderTarget => ({ kind: 'buys', withinDays })),
  { kind: 'lost' },
];

/** Of any purchase it is enough to know the first; who stops needs a whole past. */
const isAsked = (
  orders: Histories['orders'],
  target: OrderTarget,
  customer: number,
  day: number,
): boolean => {
  if (target.kind === 'lost') return isAskedOf(target, pastOfCustomer(orders, customer, day));
  const end = placeOfDay(orders, customer, day);
  return orders.kind.subarray(orders.start[customer] ?? end, end).includes(orderKindCodes.order);
};

/** Customers asked on the latest morning with certain answers, and those it came true of. */
const count = ({ orders, customers }: Histories, target: OrderTarget, asOf: number) => {
  const [day] = planDays(firstDayOf(orders), asOf, horizonOf(target));
  const asked =
    day === undefined ? [] : [...customers].filter((one) => isAsked(orders, target, one, day));
  const positives = asked.filter((one) => cameTrue(target, orders, one, day ?? 0)).length;
  return { target, rows: asked.length, positives };
};

/** What can be asked of the orders, as seen from `today`; undefined without any. */
export const describeOrders = async (
  db: Database,
  today: number,
): Promise<OrderQuestions | undefined> => {
  const histories = await readHistories(db);
  const lastDay = lastDayOf(histories);
  if (!Number.isFinite(lastDay)) return undefined;
  const asOf = Math.min(today, lastDay + 1);
  const products = (await listRecords(db, 'products', { limit: mostRead })).filter(
    ({ deletedAt }) => deletedAt === undefined,
  );
  const categories = new Set(products.flatMap(({ category }) => category ?? []));
  const named = products
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    answers: questions.map((target) => count(histories, target, asOf)),
    categories: [...categories].sort(),
    products: named.slice(0, mostProducts),
  };
};
