import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal, Result } from '#core/result.ts';
import type { ChangeLine } from '#db/change-log.ts';
import type { Database } from '#db/database.ts';
import { findUndoable, redoLast, undoLast } from '#db/undo.ts';
import { watch } from '#db/watch.ts';
import { undoImport } from '#jobs/import-jobs.ts';
import { announce } from '#ui/feedback/announce.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { whenReleased } from './when-released.ts';

const barMs = 10_000;

/** Undo as the shell offers it: what would be taken back, whether its bar is up, and the acts. */
export type Undo = {
  readonly line: ChangeLine | undefined;
  readonly isFresh: boolean;
  /** Why the last undo or redo was not done; shown for a while, as the bar is. */
  readonly refusal: Refusal | undefined;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly dismiss: () => void;
};

/** True for ten seconds after a change made while the app is open. */
const useFresh = (line: ChangeLine | undefined): [boolean, () => void] => {
  const [ended, setEnded] = useState(0);
  const seq = line?.seq ?? 0;
  // Judged once, when the line is first seen: its end moves the page, so only the timer may end it.
  const first = useRef({ seq: 0, left: 0 });
  if (first.current.seq !== seq)
    first.current = { seq, left: line === undefined ? 0 : line.at + barMs - Date.now() };
  const { left } = first.current;
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => whenReleased(() => setEnded(seq)), left);
    return () => clearTimeout(timer);
  }, [seq, left]);
  return [left > 0 && ended !== seq, useCallback(() => setEnded(seq), [seq])];
};

/** Why something was not taken back, for ten seconds or until the next change. */
const useRefused = (seq: number) => {
  const [refused, setRefused] = useState<{ readonly refusal: Refusal; readonly seq: number }>();
  useEffect(() => {
    if (refused === undefined) return undefined;
    const timer = setTimeout(() => whenReleased(() => setRefused(undefined)), barMs);
    return () => clearTimeout(timer);
  }, [refused]);
  const tell = (refusal: Refusal | undefined) => setRefused(refusal && { refusal, seq });
  return [refused?.seq === seq ? refused.refusal : undefined, tell] as const;
};

/** Watches the change log. An import is undone by its own job, and only by pressing its button. */
export const useUndo = (db: Database): Undo => {
  const { words } = useWords();
  const line = useWatch(() => watch(() => findUndoable(db)), [db]);
  const [isFresh, end] = useFresh(line);
  const [refusal, tell] = useRefused(line?.seq ?? 0);
  const say = (done: Result<unknown>, word: string) => {
    tell(done.ok ? undefined : done.refusal);
    if (done.ok) announce(word);
  };
  const dismiss = () => {
    end();
    tell(undefined);
  };
  const undo = async () => {
    dismiss();
    const now = Date.now();
    if (line?.importId !== undefined) {
      await undoImport({ importId: line.importId, now }, words.shell.changes[line.label]);
      return;
    }
    say(await undoLast(db, now), words.shell.changes.undo);
  };
  const redo = async () => {
    const redone = await redoLast(db, Date.now());
    // Nothing to make again is no mishap.
    if (redone.ok || redone.refusal.code !== 'nothing-to-undo')
      say(redone, words.shell.changes.redo);
  };
  return { line, isFresh, refusal, undo, redo, dismiss };
};
