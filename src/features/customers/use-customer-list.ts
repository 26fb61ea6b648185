import { useCallback, useEffect, useRef, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Lifecycle } from '#core/customers/customer.ts';
import type { Refusal } from '#core/result.ts';
import { readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { directoryQuery, isPlain, type ListQuery } from './list-query.ts';

/** Rows asked for beyond the visible ones, each way. */
const margin = 20;

/** The list as it stands: places in order, the rows known so far, and how to ask for more. */
export type CustomerList = {
  /** undefined until the first answer. */
  readonly total: number | undefined;
  /** Only the first chunk is known so far: more may follow. */
  readonly isFirstPaint: boolean;
  readonly refusal: Refusal | undefined;
  readonly rowAt: (index: number) => DirectoryRow | undefined;
  readonly show: (first: number, last: number) => void;
  readonly key: string;
};

type Found = { readonly ords: ArrayLike<number>; readonly key: string };

/** The first rows of the plain list, from its first chunk: on the screen before the worker is up. */
const readFirstPaint = async (db: Database): Promise<DirectoryRow[]> => {
  const chunk = await readColumnChunk(db, 'customers.directory', 0);
  if (chunk === undefined) return [];
  const text = (name: string, at: number) => String(chunk.columns[name]?.[at] ?? '');
  return chunk.ids.flatMap((id, at) =>
    id === null
      ? []
      : {
          ord: chunk.first + at,
          id,
          name: text('name', at),
          city: text('city', at),
          lifecycle: text('lifecycle', at) as Lifecycle,
          class: text('class', at) as DirectoryRow['class'],
          probability: null,
          segment: null,
          lastOrderDay: null,
          orders: 0,
          revenueMinor: 0,
          phone: text('phone', at).split('\n', 1)[0] ?? '',
          doNotContact: text('doNotContact', at) !== '',
          position: null,
          lastVisitDay: null,
          lastContactDay: null,
          visits: 0,
          visitIntervalDays: null,
          dueDay: null,
        },
  );
};

/** Rows by place, filled as the list is scrolled. One question at a time, always the newest. */
const useRows = (ords: ArrayLike<number>, seq: number) => {
  const rows = useRef(new Map<number, DirectoryRow>());
  const fresh = useRef({ seq, ords: new Set<number>() });
  const range = useRef<[number, number]>([0, -1]);
  const isAsking = useRef(false);
  const [, redraw] = useState(0);
  const ask = useCallback(async (): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    for (;;) {
      const { ords: known } = fresh.current;
      const [first, last] = range.current;
      const missing: number[] = [];
      const end = Math.min(ords.length - 1, last + margin);
      for (let index = Math.max(0, first - margin); index <= end; index += 1) {
        const ord = ords[index];
        if (ord !== undefined && !known.has(ord)) missing.push(ord);
      }
      const answer = missing.length === 0 ? undefined : await readRows(missing.slice(0, 500));
      if (!answer?.ok) break;
      for (const ord of missing) known.add(ord);
      for (const row of answer.value) rows.current.set(row.ord, row);
      redraw((count) => count + 1);
    }
    isAsking.current = false;
  }, [ords]);
  useEffect(() => {
    // Rows read before the last transaction stay on the screen until the new ones are there.
    if (fresh.current.seq !== seq) fresh.current = { seq, ords: new Set() };
    void ask();
  }, [ask, seq]);
  const show = useCallback(
    (first: number, last: number) => {
      range.current = [first, last];
      void ask();
    },
    [ask],
  );
  return { rows: rows.current, show };
};

const firstPaint = 'first paint';
const nothing: Found = { ords: [], key: '' };

/** Finds the customers of a query, again whenever the database changed (at most once a second). */
export const useCustomerList = (
  db: Database,
  query: ListQuery,
  baseRate: number,
  changedSeq: number | undefined,
): CustomerList => {
  const key = JSON.stringify([query, baseRate]);
  const seq = useThrottled(changedSeq, 1000);
  const [found, setFound] = useState<Found>();
  const [refusal, setRefusal] = useState<Refusal>();
  const { rows, show } = useRows((found ?? nothing).ords, seq ?? -1);
  useEffect(() => {
    const [wanted, rate] = JSON.parse(key) as [ListQuery, number];
    if (seq === undefined) return undefined;
    const controller = new AbortController();
    void findCustomers(directoryQuery(wanted, rate), controller.signal).then((answer) => {
      if (controller.signal.aborted) return;
      setRefusal(answer.ok ? undefined : answer.refusal);
      if (answer.ok) setFound({ ords: answer.value.ords, key });
    });
    return () => controller.abort();
  }, [key, seq]);
  const isFirst = found === undefined && isPlain(query);
  useEffect(() => {
    if (!isFirst) return;
    void readFirstPaint(db).then((first) => {
      for (const row of first) if (!rows.has(row.ord)) rows.set(row.ord, row);
      if (first.length > 0)
        setFound((now) => now ?? { ords: first.map(({ ord }) => ord), key: firstPaint });
    });
  }, [db, isFirst, rows]);
  return {
    total: found?.ords.length,
    isFirstPaint: found?.key === firstPaint,
    refusal,
    rowAt: (index) => rows.get(found?.ords[index] ?? -1),
    show,
    key,
  };
};
