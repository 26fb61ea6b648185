import { useEffect, useState } from 'react';
import type { CallTerms } from '#core/predictions/call-terms.ts';
import { keepCallTerms, readCallTerms } from '#db/call-terms.ts';
import type { Database } from '#db/database.ts';

/** Shown before anybody has said how many. */
export const usualCalls = 50;

/** What was entered beside a model, and how to change it; undefined until read. */
export const useCallTerms = (db: Database, modelId: string) => {
  const [kept, setKept] = useState<{ readonly modelId: string; readonly terms: CallTerms }>();
  useEffect(() => {
    let isGone = false;
    void readCallTerms(db, modelId).then((read) => {
      const terms = Object.keys(read).length === 0 ? { calls: usualCalls } : read;
      if (!isGone) setKept({ modelId, terms });
    });
    return () => {
      isGone = true;
    };
  }, [db, modelId]);
  const terms = kept?.modelId === modelId ? kept.terms : undefined;
  const change = (part: { readonly [K in keyof CallTerms]?: number | undefined }) => {
    const { calls, costOfCall, worthOfSale } = { ...terms, ...part };
    const next: CallTerms = {
      ...(calls !== undefined && { calls }),
      ...(costOfCall !== undefined && { costOfCall }),
      ...(worthOfSale !== undefined && { worthOfSale }),
    };
    setKept({ modelId, terms: next });
    // A number below nothing is being typed, or a slip: it is shown, not kept.
    if (Object.values(next).every((amount) => (amount ?? 0) >= 0))
      void keepCallTerms(db, modelId, next);
  };
  return { terms, change };
};
