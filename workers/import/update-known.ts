import type { Customer } from '#core/customers/customer.ts';
import { accept, type Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findByExternalIds, findRecords } from '#db/sealed-table.ts';
import { mergeCustomer } from './make-customer.ts';

type About = { readonly importId: string; readonly now: number };

/** Customers to be added, and how many rows went into ones that were there. */
export type Sorted = { readonly fresh: Customer[]; readonly updated: number };

/** Customers of a batch that are in the database already, by external id. */
const findKnown = async (
  db: Database,
  batch: readonly Customer[],
  met: ReadonlyMap<string, string>,
): Promise<Map<string, Customer>> => {
  const asked = batch.map(({ externalId }) => externalId).filter((id) => id !== undefined);
  const found = await findByExternalIds(db, 'customers', asked);
  const ids = new Set<string>();
  for (const externalId of asked) {
    const id = found.get(externalId)?.id ?? met.get(externalId);
    if (id !== undefined) ids.add(id);
  }
  const records = await findRecords(db, 'customers', [...ids]);
  return new Map(records.map((record) => [record.externalId ?? '', record]));
};

/**
 * Sets those rows aside whose external id is known, in the database or further up in the file, and
 * writes what the file says of them. What an import has sealed but not yet written must be settled
 * before: `met` holds the ids it made, by external id, and gets the new ones.
 * Refuses: storage-full, edit-conflict.
 */
export const updateKnown = async (
  db: Database,
  batch: readonly Customer[],
  met: Map<string, string>,
  { importId, now }: About,
): Promise<Result<Sorted>> => {
  const known = await findKnown(db, batch, met);
  const fresh: Customer[] = [];
  const placeOf = new Map<string, number>();
  const changed = new Set<string>();
  let updated = 0;
  for (const customer of batch) {
    const { externalId } = customer;
    const before = externalId === undefined ? undefined : known.get(externalId);
    const place = externalId === undefined ? undefined : placeOf.get(externalId);
    const twin = place === undefined ? undefined : fresh[place];
    if (externalId !== undefined && before !== undefined) {
      known.set(externalId, mergeCustomer(before, customer));
      changed.add(externalId);
      updated += 1;
    } else if (place !== undefined && twin !== undefined) {
      fresh[place] = mergeCustomer(twin, customer);
      updated += 1;
    } else {
      if (externalId !== undefined) placeOf.set(externalId, fresh.length);
      fresh.push(customer);
    }
  }
  for (const [externalId, place] of placeOf) met.set(externalId, fresh[place]?.id ?? '');
  if (changed.size === 0) return accept({ fresh, updated });
  const writes = [...changed].flatMap((externalId) => {
    const record = known.get(externalId);
    return record === undefined ? [] : [{ table: 'customers' as const, record }];
  });
  const what = { label: 'import-updated', now, undoable: false, importId, writes } as const;
  const saved = await commit(db, what);
  return saved.ok ? accept({ fresh, updated }) : saved;
};
