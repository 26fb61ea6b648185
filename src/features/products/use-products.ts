import { useCallback, useState } from 'react';
import type { Product } from '#core/sales/product.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findProducts } from '#jobs/sales-jobs.ts';
import { useAsked } from '#ui/live/use-asked.ts';
import { useKept } from '#ui/live/use-kept.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';

/** Rows read beyond the visible ones, each way. */
const margin = 10;
const none: readonly string[] = [];

/** The catalogue narrowed by a search: which products, and those in sight as they are now. */
export const useProducts = (db: Database, search: string, category: string | undefined) => {
  const { language } = useWords();
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 20]);
  const changed = useWatch(() => watch(async () => (await readMeta(db)).seq), [db]);
  const seq = useThrottled(changed, 500);
  const query = { search, language, ...(category === undefined ? {} : { category }) };
  const { answer, refusal } = useAsked(
    (signal) => findProducts(query, signal),
    JSON.stringify([query, seq]),
  );
  const ids = answer?.ids ?? none;
  const shown = ids.slice(Math.max(0, first - margin), last + margin + 1);
  const records = useWatch(
    () => watch(() => findRecords(db, 'products', shown)),
    [db, shown.join()],
  );
  const known = useKept<Product>(records);
  return {
    answer,
    refusal,
    productAt: (index: number): Product | undefined => known.get(ids[index] ?? ''),
    show: useCallback((from: number, to: number) => setRange([from, to]), []),
    key: JSON.stringify([search, category]),
  };
};
