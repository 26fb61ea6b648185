import type { Database, SealedRow } from './database.ts';
import type { RecordTable } from './record-tables.ts';

/** What goes into the trash with its customer, and comes back with it. */
export const trashedWithCustomer = [
  'contacts',
  'activities',
  'tasks',
  'deals',
  'orders',
  'attachments',
] as const satisfies readonly RecordTable[];

/** All that names a customer: it moves with a merge, and is gone for good with the customer. */
export const dependentTables = [
  ...trashedWithCustomer,
  'consents',
  'recommendations',
] as const satisfies readonly RecordTable[];
export type DependentTable = (typeof dependentTables)[number];

/** A row with the clear keys of a dependent. */
export type DependentRow = SealedRow & { readonly customerId?: string };

/** Rows that name one of these customers, unopened, by table. */
export const readDependents = async (
  db: Database,
  tables: readonly DependentTable[],
  customerIds: readonly string[],
): Promise<(readonly [DependentTable, readonly DependentRow[]])[]> =>
  Promise.all(
    tables.map(async (table) => {
      const rows = await db.dexie[table]
        .where('customerId')
        .anyOf([...customerIds])
        .toArray();
      return [table, rows as readonly DependentRow[]] as const;
    }),
  );
