import { useEffect, useRef } from 'react';
import { isWorthKeeping, type LogDraft } from '#core/customers/log-draft.ts';
import type { Database } from '#db/database.ts';
import { dropLogDraft, keepLogDraft } from '#db/log-drafts.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';

/** What a killed tab may lose of the last words, ms. */
const keepMs = 200;

/**
 * Keeps the form sealed on disk while it is filled in, at most every `keepMs`, and at once when the page
 * is hidden or left. `end` stops that and throws the draft away: it was saved or is not wanted.
 */
export const useKeptDraft = (
  db: Database,
  draft: LogDraft,
): { readonly end: () => Promise<void> } => {
  const latest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const isEnded = useRef(false);
  const isDirty = isWorthKeeping(draft);
  latest.current = draft;
  const keep = useRef(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (isEnded.current || !isWorthKeeping(latest.current)) return;
    // One after the other: an older text must not land on a newer one.
    writing.current = writing.current
      .then(() => keepLogDraft(db, latest.current))
      .catch(() => undefined);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft starts the clock
  useEffect(() => {
    if (isDirty) timer.current ??= setTimeout(keep.current, keepMs);
  }, [draft, isDirty]);
  useEffect(() => (isDirty ? holdUnsavedWork() : undefined), [isDirty]);
  useEffect(() => {
    const write = keep.current;
    addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', write);
    return () => {
      removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', write);
      write();
    };
  }, []);
  return {
    end: async () => {
      isEnded.current = true;
      clearTimeout(timer.current);
      await writing.current;
      await dropLogDraft(db, latest.current.customerId);
    },
  };
};
