import { Dexie } from 'dexie';
import type { Database } from './database.ts';
import type { Records } from './record-tables.ts';
import { openRecord } from './sealed-record.ts';

/** Tables that are read by customer in the order of their dates, and the date's index. */
const dated = { activities: 'startAt', orders: 'date' } as const;
type DatedTable = keyof typeof dated;

/** Tables of which a customer has a handful. */
type OwnedTable = 'contacts' | 'tasks' | 'deals' | 'attachments' | 'consents';

const isKept = (row: object) => (row as { readonly deletedAt?: number }).deletedAt === undefined;

const statusOf = (row: object) => (row as { readonly status?: string }).status;

/**
 * The newest records of one customer, at most `limit`, those in the trash left out. `upTo` is the
 * newest date wanted: an instant of activities, a day of orders. Only what is answered is opened.
 */
export const listNewestOf = async <T extends DatedTable>(
  db: Database,
  table: T,
  customerId: string,
  { limit, upTo }: { readonly limit: number; readonly upTo?: number | string | undefined },
): Promise<Records[T][]> => {
  const rows = await db.dexie[table]
    .where(`[customerId+${dated[table]}]`)
    .between([customerId, Dexie.minKey], [customerId, upTo ?? Dexie.maxKey], true, true)
    .reverse()
    .filter(isKept)
    .limit(limit)
    .toArray();
  return Promise.all(rows.map((row) => openRecord(db.keys, table, row)));
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

/** How many orders of a customer are not in the trash. Nothing is opened. */
export const countOrdersOf = (db: Database, customerId: string): Promise<number> =>
  db.dexie.orders.where('customerId').equals(customerId).filter(isKept).count();
