import { useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';

/** Customers offered for what was typed. */
const mostFound = 6;

const findRows = async (
  search: string,
  signal: AbortSignal,
): Promise<Result<readonly DirectoryRow[]>> => {
  if (search.trim() === '') return { ok: true, value: [] };
  const sort = { column: 'name', descending: false };
  const found = await findCustomers({ search, filters: [], sort }, signal);
  return found.ok ? readRows([...found.value.ords.slice(0, mostFound)], signal) : found;
};

/** The customer of a deal, found by typing; a deal may have none. */
export function CustomerPicker({
  db,
  customerId,
  onChange,
}: {
  readonly db: Database;
  readonly customerId: string | undefined;
  readonly onChange: (customerId: string | undefined) => void;
}) {
  const { words } = useWords();
  const { pipeline } = words;
  const [search, setSearch] = useState('');
  const { answer } = useAsked((signal) => findRows(search, signal), search);
  const chosen = useWatch(
    () =>
      watch(async () =>
        customerId === undefined ? undefined : findRecord(db, 'customers', customerId),
      ),
    [db, customerId],
  );
  if (customerId !== undefined) {
    const name = chosen?.name ?? '…';
    return (
      <div className={styles.picked}>
        <span className={styles.label}>{pipeline.customer}</span>
        <span className={styles.pickedRow}>
          {name}
          <Button onPress={() => onChange(undefined)}>{pipeline.change}</Button>
        </span>
      </div>
    );
  }
  return (
    <div className={styles.found}>
      <TextField
        label={pipeline.customer}
        placeholder={pipeline.customerSearch}
        type="search"
        value={search}
        onChange={setSearch}
        autoComplete="off"
      />
      {search.trim() !== '' &&
        answer?.map(({ id, name, city }) => (
          <Button
            key={id}
            onPress={() => {
              setSearch('');
              onChange(id);
            }}
          >
            {[name, city].filter(Boolean).join(' · ')}
          </Button>
        ))}
    </div>
  );
}
