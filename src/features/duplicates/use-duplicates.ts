import type { Customer } from '#core/customers/customer.ts';
import type { LikenessReason } from '#core/customers/likeness.ts';
import { accept, type Refusal, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findDuplicateGroups } from '#jobs/directory-jobs.ts';
import { useAnswer } from '#ui/live/use-answer.ts';
import { useWatch } from '#ui/live/use-watch.ts';

export type Group = {
  readonly customers: readonly Customer[];
  readonly reasons: readonly LikenessReason[];
};

/** Groups shown at once: each opens a few customers. */
const mostShown = 20;

type Found = { readonly groups: readonly Group[]; readonly total: number };

const find = async (db: Database): Promise<Result<Found>> => {
  const found = await findDuplicateGroups();
  if (!found.ok) return found;
  const shown = found.value.groups.slice(0, mostShown);
  const customers = await findRecords(
    db,
    'customers',
    shown.flatMap(({ ids }) => ids),
  );
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const groups = shown.map(({ ids, reasons }) => ({
    reasons,
    customers: ids.flatMap((id) => byId.get(id) ?? []),
  }));
  return accept({
    groups: groups.filter((group) => group.customers.length > 1),
    total: found.value.total,
  });
};

/** Looks for duplicates when the screen opens and after every change; the last answer stays meanwhile. */
export const useDuplicates = (
  db: Database,
): {
  readonly groups: readonly Group[] | undefined;
  readonly total: number;
  readonly refusal: Refusal | undefined;
  readonly again: () => void;
} => {
  const seq = useWatch(() => watch(async () => (await readMeta(db)).seq), [db]);
  const { answer, again } = useAnswer(() => find(db), seq);
  return {
    groups: answer?.ok ? answer.value.groups : undefined,
    total: answer?.ok ? answer.value.total : 0,
    refusal: answer?.ok === false ? answer.refusal : undefined,
    again,
  };
};
