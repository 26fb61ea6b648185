import type { Customer } from '#core/customers/customer.ts';
import {
  type MergeChoices,
  mergeCustomers as mergeRecords,
  unmergeCustomer,
} from '#core/customers/merge-customers.ts';
import { type Result, refuse } from '#core/result.ts';
import { type RecordChange, readRecordChanges } from './change-log.ts';
import { commit, type Write } from './commit.ts';
import type { Database } from './database.ts';
import { type DependentTable, dependentTables, readDependents } from './dependents.ts';
import { openRecord } from './sealed-record.ts';
import { findRecord, findRecords } from './sealed-table.ts';

type Moved = { readonly id: string; readonly customerId?: string | undefined };

const pointTo = (table: DependentTable, record: Moved, customerId: string): Write =>
  ({ table, record: { ...record, customerId } }) as Write;

/** All that names a customer, opened, as writes that name another one; the trash included. */
const moveDependents = async (db: Database, from: string, to: string): Promise<Write[]> => {
  const found = await readDependents(db, dependentTables, [from]);
  const moved = found.map(([table, rows]) =>
    Promise.all(
      rows.map(async (row) => pointTo(table, (await openRecord(db.keys, table, row)) as Moved, to)),
    ),
  );
  return (await Promise.all(moved)).flat();
};

export type Merge = {
  readonly winnerId: string;
  readonly loserId: string;
  readonly choices: MergeChoices;
  /** Customers that are part of the loser, as the directory finds them: no index could say it. */
  readonly partIds?: readonly string[];
  /** Instant, ms UTC. */
  readonly now: number;
};

/** The parts of the loser as parts of the winner, which is never part of itself. */
const moveParts = async (db: Database, { winnerId, loserId, partIds = [] }: Merge) => {
  const parts = await findRecords(db, 'customers', partIds);
  return parts
    .filter(({ id, parentId }) => parentId === loserId && id !== winnerId)
    .map((part): Write => ({ table: 'customers', record: { ...part, parentId: winnerId } }));
};

/**
 * Makes one customer of two, in one change: the winner takes the chosen values and everything that
 * names the loser; the loser goes to the trash and says what it was merged into.
 * Refuses: not-found, edit-conflict, storage-full.
 */
export const mergeCustomers = async (
  db: Database,
  merge: Merge,
): Promise<Result<{ readonly seq: number }>> => {
  const { winnerId, loserId, choices, now } = merge;
  const winner = await findRecord(db, 'customers', winnerId);
  const loser = await findRecord(db, 'customers', loserId);
  if (winner === undefined || loser === undefined || winnerId === loserId)
    return refuse('not-found');
  if (winner.deletedAt !== undefined || loser.deletedAt !== undefined) return refuse('not-found');
  const writes: Write[] = [
    { table: 'customers', record: mergeRecords(winner, loser, choices) },
    { table: 'customers', record: { ...loser, deletedAt: now, mergedInto: winnerId } },
    ...(await moveDependents(db, loserId, winnerId)),
    ...(await moveParts(db, merge)),
  ];
  return commit(db, { label: 'customers-merged', now, writes });
};

/**
 * What the merge of a loser wrote. It may have been merged, taken apart and merged again: the one in
 * force left it in the trash at the instant it carries.
 */
const findMerge = async (
  db: Database,
  loser: Customer,
): Promise<readonly RecordChange[] | undefined> => {
  const seqs = await db.dexie.changeBodies.where('recordIds').equals(loser.id).primaryKeys();
  const lines = await db.dexie.changes.bulkGet(seqs);
  for (const line of lines.reverse()) {
    if (line?.label !== 'customers-merged') continue;
    const changes = await readRecordChanges(db, line.seq);
    const after = changes.find(({ id }) => id === loser.id)?.after as Customer | undefined;
    if (after?.mergedInto === loser.mergedInto && after?.deletedAt === loser.deletedAt)
      return changes;
  }
  return undefined;
};

/** Records the merge moved that still name the winner, as writes that name the loser again. */
const moveBack = async (
  db: Database,
  changes: readonly RecordChange[],
  { winnerId, loserId }: Pick<Merge, 'winnerId' | 'loserId'>,
): Promise<Write[]> => {
  const writes: Write[] = [];
  for (const table of dependentTables) {
    const ids = changes.filter((change) => change.table === table).map(({ id }) => id);
    for (const record of await findRecords(db, table, ids))
      if (record.customerId === winnerId) writes.push(pointTo(table, record, loserId));
  }
  const wereParts = changes.filter(
    ({ before }) => (before as Customer | null)?.parentId === loserId,
  );
  const parts = await findRecords(
    db,
    'customers',
    wereParts.map(({ id }) => id).filter((id) => id !== winnerId),
  );
  for (const part of parts)
    if (part.parentId === winnerId)
      writes.push({ table: 'customers', record: { ...part, parentId: loserId } });
  return writes;
};

const returned = (loser: Customer): Customer => {
  const { deletedAt, mergedInto, ...kept } = loser;
  return kept;
};

/**
 * Takes a merge apart, also long after it: the loser comes back, what was moved and still names the
 * winner goes back to it, and values of the winner that are still the merged ones are what they were.
 * Everything else done since stays. One undoable change.
 * Refuses: not-found (never merged, or gone for good), edit-conflict, storage-full.
 */
export const unmergeCustomers = async (
  db: Database,
  { loserId, now }: { readonly loserId: string; readonly now: number },
): Promise<Result<{ readonly seq: number }>> => {
  const loser = await findRecord(db, 'customers', loserId);
  const winnerId = loser?.mergedInto;
  if (loser === undefined || winnerId === undefined) return refuse('not-found');
  const changes = await findMerge(db, loser);
  if (changes === undefined) return refuse('not-found');
  const writes: Write[] = [{ table: 'customers', record: returned(loser) }];
  const merge = changes.find(({ table, id }) => table === 'customers' && id === winnerId);
  const winner = await findRecord(db, 'customers', winnerId);
  if (winner !== undefined && merge?.before && merge.after) {
    const record = unmergeCustomer(winner, merge.before as Customer, merge.after as Customer);
    writes.push({ table: 'customers', record });
  }
  writes.push(...(await moveBack(db, changes, { winnerId, loserId })));
  return commit(db, { label: 'customers-unmerged', now, writes });
};
