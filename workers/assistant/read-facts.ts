import type { OrderFacts } from '#core/assistant/answer-about-orders.ts';
import type { ModelFacts, ShownCustomer } from '#core/assistant/answer-about-scores.ts';
import { dayMs, dayNumber } from '#core/day-number.ts';
import { isSold } from '#core/sales/order.ts';
import type { Segment } from '#core/segments/segment-run.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';

export type Scores = {
  readonly model: ModelFacts;
  /** Customer id -> probability. */
  readonly byCustomer: ReadonlyMap<string, number>;
};

/** Customer id -> number, for one column of a set. Missing values are left out. */
const readNumbers = async (
  db: Database,
  set: string,
  column: string,
): Promise<ReadonlyMap<string, number>> => {
  const numbers = new Map<string, number>();
  for (const chunk of await readColumns(db, set))
    for (const [at, id] of chunk.ids.entries()) {
      const value = chunk.columns[column]?.[at];
      if (id !== null && typeof value === 'number' && Number.isFinite(value))
        numbers.set(id, value);
    }
  return numbers;
};

/** The model in use and whom it scored, or undefined when none is in use. */
export const readScores = async (db: Database): Promise<Scores | undefined> => {
  const { activeModel } = await readMeta(db);
  if (activeModel === undefined) return undefined;
  const model = await findRecord(db, 'models', activeModel);
  if (model === undefined) return undefined;
  return {
    model: { target: model.target, day: Math.floor(model.createdAt / dayMs) },
    byCustomer: await readNumbers(db, `scores.${activeModel}`, 'probability'),
  };
};

export type CountedSegments = {
  readonly segments: readonly Segment[];
  /** Customers counted per segment, in run order. */
  readonly sizes: readonly number[];
};

/** The segments in use, counted by the customers that are there now; undefined without a run. */
export const readSegments = async (
  db: Database,
  isListed: (customerId: string) => boolean,
): Promise<CountedSegments | undefined> => {
  const { activeSegmentRun } = await readMeta(db);
  if (activeSegmentRun === undefined) return undefined;
  const run = await findRecord(db, 'segmentRuns', activeSegmentRun);
  if (run === undefined) return undefined;
  const labels = await readNumbers(db, `segments.${activeSegmentRun}`, 'segment');
  const sizes = run.segments.map(() => 0);
  for (const [id, segment] of labels) if (isListed(id)) sizes[segment] = (sizes[segment] ?? 0) + 1;
  return { segments: run.segments, sizes };
};

/** The last order of a customer, from the order records themselves. */
export const readLastOrder = async (db: Database, customer: ShownCustomer): Promise<OrderFacts> => {
  const all = await listRecords(db, 'orders', { index: 'customerId', equals: customer.id });
  const orders = all.filter(
    ({ kind, deletedAt, status }) => kind === 'order' && deletedAt === undefined && isSold(status),
  );
  const last = orders.reduce<(typeof orders)[number] | undefined>(
    (latest, order) => (latest === undefined || order.date >= latest.date ? order : latest),
    undefined,
  );
  return {
    customer,
    orders: orders.length,
    last:
      last === undefined
        ? null
        : {
            day: dayNumber(last.date),
            number: last.number,
            totalMinor: last.totalMinor,
            currency: last.currency,
          },
  };
};
