import { Dexie } from 'dexie';
import type { Database, SealedRow } from './database.ts';
import type { Records } from './record-tables.ts';
import { openRecord } from './sealed-record.ts';

/** Tables that are read by customer in the order of their dates, and the date's index. */
const dated = { activities: 'startAt', orders: 'date' } as const;
export type DatedTable = keyof typeof dated;

/** Tables of which a customer has a handful. */
type OwnedTable = 'contacts' | 'tasks' | 'deals' | 'attachments' | 'consents';

export const isKept = ({ deletedAt }: SealedRow): boolean => deletedAt === undefined;

const statusOf = (row: object) => (row as { readonly status?: string }).status;

type Newest = {
  readonly limit: number;
  /** The newest date wanted: an instant of activities, a day of orders. */
  readonly upTo?: number | string | undefined;
};

/** The newest rows of one customer, at most `limit`, those in the trash left out. Nothing is opened. */
export const listNewestRows = async (
  db: Database,
  table: DatedTable,
  customerId: string,
  { limit, upTo }: Newest,
): Promise<SealedRow[]> => {
  const newestFirst = () =>
    db.dexie[table]
      .where(`[customerId+${dated[table]}]`)
      .between([customerId, Dexie.minKey], [customerId, upTo ?? Dexie.maxKey], true, true)
      .reverse();
  // Without a condition the database answers all at once instead of row by row.
  const rows = await newestFirst().limit(limit).toArray();
  return rows.every(isKept) ? rows : newestFirst().filter(isKept).limit(limit).toArray();
};

/**
 * The newest records of one customer, at most `limit`, those in the trash left out. Only what is
 * answered is opened.
 */
export const listNewestOf = async <T extends DatedTable>(
  db: Database,
  table: T,
  customerId: string,
  newest: Newest,
): Promise<Records[T][]> => {
  const rows = await listNewestRows(db, table, customerId, newest);
  return Promise.all(rows.map((row) => openRecord(db.keys, table, row)));
};

/** The rows of one customer, those in the trash left out. Nothing is opened. */
export const listRowsOf = async (
  db: Database,
  table: OwnedTable,
  customerId: string,
): Promise<SealedRow[]> => {
  const rows = await db.dexie[table].where('customerId').equals(customerId).toArray();
  return rows.filter(isKept);
};

/** The records of one customer, at most `limit`, those in the trash left out; of tasks, in a state. */
export const listOf = async <T extends OwnedTable>(
  db: Database,
  table: T,
  customerId: string,
  limit: number,
  status?: 'open' | 'done',
): Promise<Records[T][]> => {
  const rows = await db.dexie[table]
    .where('customerId')
    .equals(customerId)
    .filter((row) => isKept(row) && (status === undefined || statusOf(row) === status))
    .limit(limit)
    .toArray();
  return Promise.all(rows.map((row) => openRecord(db.keys, table, row)));
};

/** Orders in the trash that are compared by id; of more the customer's rows are looked at. */
const mostTrashed = 2_000;

/** How many orders of a customer are not in the trash. Nothing is opened. */
export const countOrdersOf = async (db: Database, customerId: string): Promise<number> => {
  const { orders } = db.dexie;
  const own = () => orders.where('customerId').equals(customerId);
  const [all, trashed] = await Promise.all([
    own().count(),
    orders.where('deletedAt').above(0).limit(mostTrashed).primaryKeys(),
  ]);
  if (trashed.length === 0) return all;
  if (trashed.length === mostTrashed) return own().filter(isKept).count();
  const gone = new Set(trashed);
  return (await own().primaryKeys()).filter((id) => !gone.has(id)).length;
};
