import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './list.module.css';
import type { CustomerList } from './use-customer-list.ts';

/** The place of an open customer in the list; −1 when it is not in it. */
const usePlace = (
  db: Database,
  id: string,
  ord: number | undefined,
  ords: ArrayLike<number> | undefined,
): number => {
  const [known, setKnown] = useState<{ readonly id: string; readonly ord: number }>();
  useEffect(() => {
    if (ord !== undefined) return undefined;
    let isGone = false;
    void findRecord(db, 'customers', id).then((customer) => {
      if (!isGone) setKnown({ id, ord: customer?.ord ?? -1 });
    });
    return () => {
      isGone = true;
    };
  }, [db, id, ord]);
  const at = ord ?? (known?.id === id ? known.ord : undefined);
  return useMemo(
    () => (at !== undefined && ords !== undefined ? Array.prototype.indexOf.call(ords, at) : -1),
    [at, ords],
  );
};

/** Before and after the open customer in the list one came from. */
export function Neighbours({
  db,
  id,
  row,
  list,
  suffix,
}: {
  readonly db: Database;
  readonly id: string;
  /** What the list knows of it: then nothing is read. */
  readonly row: DirectoryRow | undefined;
  readonly list: CustomerList;
  readonly suffix: string;
}) {
  const { words, format } = useWords();
  const { ords, isFirstPaint } = list;
  const place = usePlace(db, id, row?.ord, ords);
  const before = place > 0 ? ords?.[place - 1] : undefined;
  const after = place >= 0 ? ords?.[place + 1] : undefined;
  const [ids, setIds] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    const wanted = [before, after].filter((ord) => ord !== undefined);
    if (wanted.length === 0) return;
    void readRows(wanted).then((answer) => {
      if (answer.ok) setIds(new Map(answer.value.map((row) => [row.ord, row.id])));
    });
  }, [before, after]);
  // The bar keeps its height while the list is read again: what stands under it does not jump away
  // from a finger.
  if (place < 0 || ords === undefined || isFirstPaint) return <div className={styles.neighbours} />;
  const hrefAt = (ord: number | undefined) => {
    const found = ids.get(ord ?? -1);
    return found === undefined ? undefined : `${hrefOf.customer(found)}${suffix}`;
  };
  return (
    <nav className={styles.neighbours} aria-label={words.customers.neighbours}>
      <Step href={hrefAt(before)} label={words.customers.previous} icon={ChevronLeft} />
      <span>{words.customers.placeOf(format.number(place + 1), format.number(ords.length))}</span>
      <Step href={hrefAt(after)} label={words.customers.next} icon={ChevronRight} />
    </nav>
  );
}

function Step({
  href,
  label,
  icon: Icon,
}: {
  readonly href: string | undefined;
  readonly label: string;
  readonly icon: typeof ChevronLeft;
}) {
  if (href === undefined) return <span className={styles.step} />;
  return (
    <a className={styles.step} href={href} aria-label={label}>
      <Icon size={22} aria-hidden />
    </a>
  );
}
