import type { ModelOutcome } from '#contracts/learn.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { shortestSilence } from '#core/predictions/from-orders/labels-after.ts';
import { cameTrue, ownHorizonOf } from '#core/predictions/from-orders/order-target.ts';
import { pastOfCustomer } from '#core/predictions/from-orders/past-of-customer.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { textOf } from '#core/predictions/source-column.ts';
import { tellOutcome } from '#core/predictions/tell-outcome.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import type { OrderBook } from '#workers/learn/orders/order-book.ts';
import type { CustomerTable } from '#workers/learn/read-table.ts';

/** A customer's score of a version, and whether the answer was known when it was made. */
type Said = { readonly place: number; readonly probability: number; readonly answered: boolean };

/** The scores of a version whose customers are still there; `isKept`: it is known who had an answer then. */
const readSaid = async (db: Database, modelId: string, table: CustomerTable) => {
  const there = new Set(table.rows);
  const idAt = new Map(table.directory.map(({ first, ids }) => [first, ids]));
  const said: Said[] = [];
  let isKept = true;
  for (const { first, ids, columns } of await readColumns(db, `scores.${modelId}`)) {
    isKept &&= columns.answered !== undefined;
    ids.forEach((id, row) => {
      const probability = columns.probability?.[row];
      const place = first + row;
      if (typeof probability !== 'number' || !there.has(place)) return;
      if (id === null || idAt.get(first)?.[row] !== id) return;
      said.push({ place, probability, answered: columns.answered?.[row] === true });
    });
  }
  return { said, isKept };
};

const tell = (due: readonly Said[], isTrue: (place: number) => boolean) =>
  tellOutcome(
    due.map(({ probability }) => probability),
    due.map(({ place }) => (isTrue(place) ? 1 : 0)),
  );

/** Of a column: who had no answer when the score was made and has one now. */
export const matchAnswers = async (
  db: Database,
  { id, target, createdAt }: ModelVersion,
  table: CustomerTable,
): Promise<ModelOutcome> => {
  const { said, isKept } = await readSaid(db, id, table);
  const values = table.find(target.field);
  const due = isKept
    ? said.filter(({ place, answered }) => !answered && textOf(values?.[place]) !== null)
    : [];
  const outcome = tell(due, (place) => textOf(values?.[place]) === target.positive);
  return { modelId: id, from: dayOfInstant(createdAt), isKept, ...(outcome && { outcome }) };
};

/**
 * Of orders: whoever's time is over. Orders are known before the day `knownUntil`: days nothing is known
 * of must not count as days without an order. Nobody is counted early, also not who has bought already.
 */
export const matchOrders = async (
  db: Database,
  { id, fromOrders }: ModelVersion,
  book: OrderBook,
  knownUntil: number,
): Promise<ModelOutcome> => {
  const { target, histories, isMeant, table } = book;
  const { orders } = histories;
  const from = fromOrders?.asOf ?? knownUntil;
  const dueOn = from + (target.kind === 'lost' ? shortestSilence : target.withinDays);
  const common = { modelId: id, from, isKept: true, dueOn, knownUntil };
  if (dueOn > knownUntil) return common;
  const { said } = await readSaid(db, id, table);
  const due = said.filter(
    ({ place }) => from + ownHorizonOf(target, pastOfCustomer(orders, place, from)) <= knownUntil,
  );
  const outcome = tell(due, (place) => cameTrue(target, orders, place, from, isMeant));
  return { ...common, ...(outcome && { outcome }) };
};
