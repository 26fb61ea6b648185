import type { LearnContract, RankedCustomer } from '#contracts/learn.ts';
import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { placeOfDay } from '#core/predictions/from-orders/order-history.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { type ColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { takesPart } from './read-table.ts';
import { type Histories, readHistories } from './repurchase/read-history.ts';

type Rank = LearnContract['rank'];

const yearDays = 365;

const orderedIn = ({ orders }: Histories, customer: number, from: number, to: number): number => {
  const end = placeOfDay(orders, customer, to);
  let sum = 0;
  for (let at = placeOfDay(orders, customer, from); at < end; at += 1)
    if (orders.kind[at] === orderKindCodes.order) sum += orders.totalMinor[at] ?? 0;
  return sum;
};

/** What was said of this model's suggestions, and of whom. */
const readAnswers = async (db: Database, modelId: string) => {
  const all = await listRecords(db, 'recommendations', {
    index: 'status',
    anyOf: ['accepted', 'dismissed'],
  });
  const own = all.filter((one) => one.modelId === modelId);
  const count = (status: 'accepted' | 'dismissed') =>
    own.filter((one) => one.status === status).length;
  return {
    answered: new Set(own.map(({ customerId }) => customerId)),
    accepted: count('accepted'),
    dismissed: count('dismissed'),
  };
};

const isOpenTo = (chunk: ColumnChunk, row: number): boolean =>
  takesPart(chunk, row) && chunk.columns.doNotContact?.[row] !== true;

/**
 * The customers a model ranks highest of those one may call on. Scores of a model no longer in use
 * are kept with it, so its list is too. Refuses: model-missing.
 */
export const rankCustomers = async (
  db: Database,
  { modelId, by, most }: Rank['input'],
): Promise<Result<Rank['output']>> => {
  const model = await findRecord(db, 'models', modelId);
  if (model === undefined) return refuse('model-missing');
  const asOf = model.fromOrders?.asOf ?? dayOfInstant(model.createdAt);
  const { positives, rows } = model.heldOut.baseRate;
  const usual = rows === 0 ? 0 : positives / rows;
  const { answered, accepted, dismissed } = await readAnswers(db, modelId);
  const scores = new Map(
    (await readColumns(db, `scores.${modelId}`)).map(({ first, columns }) => [first, columns]),
  );
  const histories = await readHistories(db);
  const found: RankedCustomer[] = [];
  for (const chunk of await readColumns(db, 'customers.directory'))
    chunk.ids.forEach((id, row) => {
      const probability = scores.get(chunk.first)?.probability?.[row];
      if (id === null || typeof probability !== 'number') return;
      if (answered.has(id) || !isOpenTo(chunk, row)) return;
      // However much is at stake: who is less likely than usual is no case of it.
      if (by === 'value' && probability < usual) return;
      const ord = chunk.first + row;
      const yearMinor = orderedIn(histories, ord, asOf - yearDays, asOf);
      found.push({ ord, id, probability, yearMinor });
    });
  const worth = ({ probability, yearMinor }: RankedCustomer) =>
    by === 'value' ? probability * yearMinor : probability;
  found.sort((a, b) => worth(b) - worth(a) || a.ord - b.ord);
  return accept({ rows: found.slice(0, most), accepted, dismissed });
};
