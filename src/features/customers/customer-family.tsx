import { memo, useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { unwatched, watch } from '#db/watch.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

const mostParts = 20;
type Parts = { readonly rows: readonly DirectoryRow[]; readonly total: number };

/** The customers that are part of one, asked of the directory: no index could say it. */
const useParts = (id: string, changedSeq: number | undefined): Parts => {
  const seq = useThrottled(changedSeq, 1000);
  const [parts, setParts] = useState<Parts>({ rows: [], total: 0 });
  useEffect(() => {
    if (seq === undefined) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const ask = async () => {
      const filters = [{ column: 'parentId', operator: 'is', value: id }] as const;
      const sort = { column: 'name', descending: false };
      const found = await findCustomers({ search: '', filters, sort }, signal);
      if (!found.ok) return;
      const { ords, total } = found.value;
      const rows = await readRows([...ords.slice(0, mostParts)], signal);
      if (rows.ok && !signal.aborted) setParts({ rows: rows.value, total });
    };
    void ask();
    return () => controller.abort();
  }, [id, seq]);
  return parts;
};

/** The company above a customer and those below it; nothing where it stands alone. */
export const CustomerFamily = memo(function CustomerFamily({
  db,
  customer,
  seq,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly seq: number | undefined;
}) {
  const { words } = useWords();
  const { customerPage } = words;
  const { id, parentId } = customer;
  const { rows, total } = useParts(id, seq);
  const parent = useWatch(
    () => (parentId === undefined ? unwatched : watch(() => findRecord(db, 'customers', parentId))),
    [db, parentId],
  );
  const isThere = parent !== undefined && parent.deletedAt === undefined;
  if (!isThere && rows.length === 0) return null;
  return (
    <Card title={customerPage.family}>
      {isThere && (
        <a href={hrefOf.customer(parent.id)} className={styles.link}>
          <span className={styles.grow}>
            <span className={styles.small}>{customerPage.partOf}</span>
            <span>{parent.name}</span>
          </span>
        </a>
      )}
      {rows.length > 0 && <span className={styles.small}>{customerPage.parts}</span>}
      <ul className={styles.items}>
        {rows.map(({ id: part, name, city }) => (
          <li key={part}>
            <a href={hrefOf.customer(part)} className={styles.link}>
              {city === '' ? name : `${name}, ${city}`}
            </a>
          </li>
        ))}
      </ul>
      {total > rows.length && (
        <span className={styles.small}>{customerPage.moreParts(total - rows.length)}</span>
      )}
    </Card>
  );
});
