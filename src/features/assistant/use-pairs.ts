import { useEffect, useState } from 'react';
import type { DialoguePair } from '#core/assistant/conversation.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { listPairs, removePair, savePair } from '#jobs/assistant-jobs.ts';
import { announce } from '#ui/feedback/announce.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { inOrder } from './filter-pairs.ts';

/** The pairs in the order they are tried, kept up to date, and what can be done to one. */
export const usePairs = (db: Database) => {
  const { words } = useWords();
  const [isSeeded, setIsSeeded] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const records = useWatch(() => watch(() => listRecords(db, 'dialoguePairs')), [db]);

  // The worker writes the first pairs; whoever looks before it has must not be told there are none.
  useEffect(() => {
    let isHere = true;
    void listPairs({ now: Date.now() }).then((read) => {
      if (!isHere) return;
      setIsSeeded(true);
      if (!read.ok) setRefusal(read.refusal);
    });
    return () => {
      isHere = false;
    };
  }, []);

  const tell = <T>(done: Result<T>, said: string) => {
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) announce(said);
  };
  return {
    pairs: isSeeded && records !== undefined ? inOrder(records) : undefined,
    refusal,
    remove: async ({ id }: DialoguePair) =>
      tell(await removePair({ id, now: Date.now() }), words.assistant.pairs.removed),
    use: async (pair: DialoguePair, enabled: boolean) =>
      tell(
        await savePair({ pair: { ...pair, enabled }, now: Date.now() }),
        words.assistant.pairs.saved,
      ),
  };
};
