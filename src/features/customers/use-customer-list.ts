import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { directoryFilters, isPlain, type ListQuery } from '#core/customers/list-query.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findCustomers } from '#jobs/directory-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import { readFirstPaint } from './read-first-paint.ts';

/** Rows of a list by place, filled while it is looked at. */
export type KnownRows = {
  readonly rows: Map<number, DirectoryRow>;
  /** Places whose rows were read at a sequence of the database; those of before still stand there. */
  fresh: { readonly seq: number; readonly ords: Set<number> };
};

/** The list as it stands: places in order. */
export type CustomerList = {
  /** undefined until the first answer. */
  readonly ords: ArrayLike<number> | undefined;
  /** Only the first chunk is known so far: more may follow. */
  readonly isFirstPaint: boolean;
  /** Contacts and notes are still being opened: a search may find more. */
  readonly isSearching: boolean;
  readonly refusal: Refusal | undefined;
  /** What the rows are of, until the answer to another question is there; that begins at the top. */
  readonly key: string;
  /** Sequence of the database the rows are to be read at. */
  readonly seq: number;
  readonly known: KnownRows;
};

/** What the list knows of a customer that was seen in it: a heading before anything is read. */
export const rowOf = ({ known }: CustomerList, id: string): DirectoryRow | undefined => {
  for (const row of known.rows.values()) if (row.id === id) return row;
  return undefined;
};

type Found = {
  readonly key: string;
  readonly ords: ArrayLike<number>;
  readonly isFirst: boolean;
  readonly isDeep: boolean;
};

/** Rows that come with an answer: what is seen of a list stands there with it. */
const firstRows = 60;

/** Time after which a search is asked again whose notes were not all read, ms. */
const deepMs = 1_500;

/** A query being answered, and whether the database changed meanwhile. */
type Asking = { readonly key: string; readonly controller: AbortController; isOutdated: boolean };

/**
 * Finds the customers of a query, again whenever the database changed (at most once a second). An answer
 * under way is waited for: while an import writes, each change would else take back the question before.
 */
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
  const [round, setRound] = useState(0);
  const known = useRef<KnownRows>({ rows: new Map(), fresh: { seq: -1, ords: new Set() } }).current;
  const asking = useRef<Asking>(undefined);
  // Asked ahead of all other effects: the worker searches while the page still draws.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again
  useLayoutEffect(() => {
    const [{ search, filters, sort }, rate] = JSON.parse(key) as [ListQuery, number];
    if (seq === undefined) return undefined;
    if (asking.current?.key === key) {
      asking.current.isOutdated = true;
      return undefined;
    }
    asking.current?.controller.abort();
    const own: Asking = { key, controller: new AbortController(), isOutdated: false };
    asking.current = own;
    const asked = { search, filters: directoryFilters(filters, rate), sort, firstRows };
    let again: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => setRound((before) => before + 1);
    void findCustomers(asked, own.controller.signal).then((answer) => {
      if (own.controller.signal.aborted) return;
      asking.current = undefined;
      if (own.isOutdated) askAgain();
      setRefusal(answer.ok ? undefined : answer.refusal);
      if (!answer.ok) return;
      if (known.fresh.seq !== seq) known.fresh = { seq, ords: new Set() };
      for (const row of answer.value.rows) {
        known.rows.set(row.ord, row);
        known.fresh.ords.add(row.ord);
      }
      const isDeep = answer.value.isDeep || search.trim() === '';
      setFound({ key, ords: answer.value.ords, isFirst: false, isDeep });
      if (!isDeep && !own.isOutdated) again = setTimeout(askAgain, deepMs);
    });
    return () => clearTimeout(again);
  }, [key, seq, round]);
  useEffect(
    () => () => {
      asking.current?.controller.abort();
      asking.current = undefined;
    },
    [],
  );
  const isFirst = found === undefined && isPlain(query);
  useEffect(() => {
    if (!isFirst) return;
    void readFirstPaint(db).then(({ ords, rows }) => {
      for (const row of rows) if (!known.rows.has(row.ord)) known.rows.set(row.ord, row);
      if (ords.length > 0) setFound((now) => now ?? { key: '', ords, isFirst: true, isDeep: true });
    });
  }, [db, isFirst, known]);
  // What is shown first of all is no answer. A list that begins at the top before its rows are there
  // would lay out those of before once more, and ask only then.
  const shown = found === undefined || found.isFirst ? key : found.key;
  return useMemo(
    () => ({
      ords: found?.ords,
      isFirstPaint: found?.isFirst === true,
      isSearching: found?.isDeep === false,
      refusal,
      key: shown,
      seq: seq ?? -1,
      known,
    }),
    [found, refusal, shown, seq, known],
  );
};
