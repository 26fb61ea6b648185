import { useRef } from 'react';

/** Everything seen so far by id, the newest of each: rows stay on the screen while others are read. */
export const useKept = <T extends { readonly id: string }>(
  records: readonly T[] | undefined,
): ReadonlyMap<string, T> => {
  const kept = useRef(new Map<string, T>());
  for (const record of records ?? []) kept.current.set(record.id, record);
  return kept.current;
};
