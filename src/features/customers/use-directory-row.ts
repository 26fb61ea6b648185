import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';

/** What the directory knows of one customer: score, segment, last order. Read again after changes. */
export const useDirectoryRow = (
  ord: number | undefined,
  changedSeq: number | undefined,
): DirectoryRow | undefined => {
  const seq = useThrottled(changedSeq, 1000);
  const [row, setRow] = useState<DirectoryRow>();
  useEffect(() => {
    if (ord === undefined || seq === undefined) return undefined;
    const controller = new AbortController();
    void readRows([ord], controller.signal).then((answer) => {
      if (!controller.signal.aborted && answer.ok) setRow(answer.value[0]);
    });
    return () => controller.abort();
  }, [ord, seq]);
  return row;
};
