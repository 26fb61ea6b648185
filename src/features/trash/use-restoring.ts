import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { TrashLine } from '#db/list-trash.ts';
import { unmergeCustomers } from '#db/merge-customers.ts';
import { restoreRecords } from '#db/trash.ts';
import { announce } from '#ui/feedback/announce.ts';
import { useWords } from '#ui/words/words-context.tsx';

export const keyOf = ({ table, record }: TrashLine): string => `${table}|${record.id}`;

export type Restoring = {
  readonly chosen: ReadonlySet<string>;
  readonly refusal: Refusal | undefined;
  readonly choose: (line: TrashLine, on: boolean) => void;
  readonly chooseAll: (lines: readonly TrashLine[]) => void;
  readonly restore: (line: TrashLine) => void;
  readonly restoreChosen: () => void;
};

/** Lines somebody ticked, and what brings them back. A merged customer comes back by taking apart. */
export const useRestoring = (db: Database, lines: readonly TrashLine[]): Restoring => {
  const { words } = useWords();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal>();
  // What came back meanwhile, here or in another tab, is no longer chosen.
  const chosen = new Set(lines.map(keyOf).filter((key) => ticked.has(key)));
  const restoreAll = async (wanted: readonly TrashLine[]) => {
    const [first] = wanted;
    const now = Date.now();
    const isMerged = first !== undefined && 'mergedInto' in first.record;
    const refs = wanted.map(({ table, record }) => ({ table, id: record.id }));
    const done = isMerged
      ? await unmergeCustomers(db, { loserId: first.record.id, now })
      : await restoreRecords(db, refs, now);
    setRefusal(done.ok ? undefined : done.refusal);
    if (!done.ok) return;
    // What was ticked while this was under way stays ticked.
    const restored = new Set(wanted.map(keyOf));
    setTicked((now) => new Set([...now].filter((key) => !restored.has(key))));
    announce(words.trash.restored);
  };
  return {
    chosen,
    refusal,
    choose: (line, on) => {
      const next = new Set(chosen);
      if (on) next.add(keyOf(line));
      else next.delete(keyOf(line));
      setTicked(next);
    },
    chooseAll: (all) => setTicked(new Set(all.map(keyOf))),
    restore: (line) => void restoreAll([line]),
    restoreChosen: () => void restoreAll(lines.filter((line) => chosen.has(keyOf(line)))),
  };
};
