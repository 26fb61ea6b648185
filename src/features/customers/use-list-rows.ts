import { useCallback, useEffect, useRef, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import type { CustomerList } from './use-customer-list.ts';

/** Rows are asked for by whole pages: one question for many steps of a scrolling finger. */
const pageRows = 60;
/** A page is asked for when it is nearer than this to what is seen. */
const margin = 30;

/** Places on the pages in and near a range that are not known yet. */
const missingOrds = (
  ords: ArrayLike<number>,
  [first, last]: readonly [number, number],
  known: ReadonlySet<number>,
): number[] => {
  const start = Math.floor(Math.max(0, first - margin) / pageRows) * pageRows;
  const end = Math.min(ords.length, Math.ceil((last + margin + 1) / pageRows) * pageRows);
  const missing: number[] = [];
  for (let index = start; index < end; index += 1) {
    const ord = ords[index];
    if (ord !== undefined && !known.has(ord)) missing.push(ord);
  }
  return missing;
};

const none: ArrayLike<number> = [];

export type ListRows = {
  readonly rowAt: (index: number) => DirectoryRow | undefined;
  /** Told what is seen, so that it can be read. */
  readonly show: (first: number, last: number) => void;
};

/** Rows by place, filled as the list is scrolled. One question at a time, always the newest. */
export const useListRows = (list: CustomerList): ListRows => {
  const { seq, isFirstPaint, known: kept } = list;
  const ords = list.ords ?? none;
  const range = useRef<[number, number]>([0, -1]);
  const isAsking = useRef(false);
  const current = useRef(ords);
  const [version, redraw] = useState(0);
  const ask = useCallback(async (): Promise<void> => {
    if (isAsking.current) return;
    isAsking.current = true;
    for (;;) {
      const { ords: known } = kept.fresh;
      const missing = missingOrds(current.current, range.current, known).slice(0, 500);
      const answer = missing.length === 0 ? undefined : await readRows(missing);
      if (!answer?.ok) break;
      for (const ord of missing) known.add(ord);
      for (const row of answer.value) kept.rows.set(row.ord, row);
      redraw((count) => count + 1);
    }
    isAsking.current = false;
  }, [kept]);
  useEffect(() => {
    current.current = ords;
    // Rows read before the last transaction stay on the screen until the new ones are there.
    if (kept.fresh.seq !== seq) kept.fresh = { seq, ords: new Set() };
    if (!isFirstPaint) void ask();
  }, [ask, ords, seq, isFirstPaint, kept]);
  const show = useCallback(
    (first: number, last: number) => {
      range.current = [first, last];
      void ask();
    },
    [ask],
  );
  // Another function whenever there are other rows: whoever remembers rows by it draws them again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: version stands for the rows
  const rowAt = useCallback(
    (index: number) => kept.rows.get(ords[index] ?? -1),
    [ords, version, kept],
  );
  return { rowAt, show };
};
