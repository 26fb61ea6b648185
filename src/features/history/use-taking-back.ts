import { useState } from 'react';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import type { HistoryLine } from '#db/list-history.ts';
import { redoLast, undoDownTo } from '#db/undo.ts';
import { undoImport } from '#jobs/import-jobs.ts';
import { announce } from '#ui/feedback/announce.ts';
import { useWords } from '#ui/words/words-context.tsx';

export type TakingBack = {
  readonly refusal: Refusal | undefined;
  readonly undo: (line: HistoryLine) => void;
  readonly downTo: (line: HistoryLine) => void;
  readonly redo: () => void;
};

/** Takes changes back and makes them again; says what happened, or why not. */
export const useTakingBack = (db: Database): TakingBack => {
  const { words } = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const told = <T>(result: Result<T>, say: (value: T) => string) => {
    setRefusal(result.ok ? undefined : result.refusal);
    if (result.ok) announce(say(result.value));
  };
  const downTo = async ({ seq }: HistoryLine) =>
    told(await undoDownTo(db, seq, Date.now()), ({ undone }) => words.history.undone(undone));
  const undo = async (line: HistoryLine) => {
    if (line.importId === undefined) return downTo(line);
    const input = { importId: line.importId, now: Date.now() };
    told(await undoImport(input, words.shell.changes[line.label]), () => words.shell.changes.undo);
  };
  const redo = async () => told(await redoLast(db, Date.now()), () => words.shell.changes.redo);
  return {
    refusal,
    undo: (line) => void undo(line),
    downTo: (line) => void downTo(line),
    redo: () => void redo(),
  };
};
