import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { type Commit, commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';

/** Saves what a card changes, and holds what was refused of it until the next try. */
export const useSave = (db: Database) => {
  const [refusal, setRefusal] = useState<Refusal>();
  /** Answers whether it was saved. */
  const save = async (
    label: Commit['label'],
    writes: Commit['writes'],
    now = Date.now(),
  ): Promise<boolean> => {
    const saved = await commit(db, { label, now, writes });
    setRefusal(saved.ok ? undefined : saved.refusal);
    return saved.ok;
  };
  return { refusal, save };
};
