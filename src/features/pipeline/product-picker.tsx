import { X } from 'lucide-react';
import { useState } from 'react';
import type { Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findProducts } from '#jobs/sales-jobs.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';

/** Products offered for what was typed. */
const mostFound = 6;

const findIds = async (
  search: string,
  language: 'en' | 'zh',
  signal: AbortSignal,
): Promise<Result<readonly string[]>> => {
  if (search.trim() === '') return { ok: true, value: [] };
  const found = await findProducts({ search, language }, signal);
  return found.ok ? { ok: true, value: found.value.ids } : found;
};

/** What a deal is about: products found by typing, each of which can be taken away again. */
export function ProductPicker({
  db,
  productIds,
  onChange,
}: {
  readonly db: Database;
  readonly productIds: readonly string[];
  readonly onChange: (productIds: readonly string[]) => void;
}) {
  const { words, language } = useWords();
  const { pipeline } = words;
  const [search, setSearch] = useState('');
  const { answer } = useAsked((signal) => findIds(search, language, signal), search);
  const offered = (search.trim() === '' ? [] : (answer ?? []))
    .filter((id) => !productIds.includes(id))
    .slice(0, mostFound);
  const wanted = [...productIds, ...offered];
  const products = useWatch(
    () => watch(() => findRecords(db, 'products', wanted)),
    [db, wanted.join()],
  );
  const nameOf = (id: string) => products?.find((product) => product.id === id)?.name ?? '…';
  return (
    <div className={styles.found}>
      <TextField
        label={pipeline.products}
        placeholder={pipeline.productSearch}
        type="search"
        value={search}
        onChange={setSearch}
        autoComplete="off"
      />
      {offered.map((id) => (
        <Button
          key={id}
          onPress={() => {
            setSearch('');
            onChange([...productIds, id]);
          }}
        >
          {nameOf(id)}
        </Button>
      ))}
      {productIds.map((id) => (
        <span key={id} className={styles.pickedRow}>
          {nameOf(id)}
          <IconButton
            label={pipeline.takeAway(nameOf(id))}
            icon={X}
            onPress={() => onChange(productIds.filter((other) => other !== id))}
          />
        </span>
      ))}
    </div>
  );
}
