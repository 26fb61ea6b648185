import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';

/** Customers shown at most. */
const most = 8;
/** A pause in typing that is worth a search, ms. */
const pauseMs = 100;

/** The customers a text finds best, once typing has paused; none for an empty text. */
export const useFoundCustomers = (text: string): readonly DirectoryRow[] => {
  const [found, setFound] = useState<readonly DirectoryRow[]>([]);
  const search = text.trim();
  useEffect(() => {
    if (search === '') {
      setFound([]);
      return undefined;
    }
    const controller = new AbortController();
    const { signal } = controller;
    const timer = setTimeout(async () => {
      const sort = { column: 'ord', descending: false };
      const answer = await findCustomers({ search, filters: [], sort }, signal);
      if (!answer.ok || signal.aborted) return;
      const rows = await readRows([...answer.value.ords.subarray(0, most)], signal);
      if (rows.ok && !signal.aborted) setFound(rows.value);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [search]);
  return found;
};
