import { useEffect, useState } from 'react';
import type { LearnContract } from '#contracts/learn.ts';
import { reviewModel } from '#jobs/learn-jobs.ts';

export type Review = LearnContract['review']['output'];

type Known = { readonly of: string; readonly review: Review };

/**
 * Asks how a model keeps, once it may be asked, and gives up quietly when the screen is left. What
 * cannot be told (the product asked for is gone) is not told: the report stands without it.
 */
export const useReview = (modelId: string | undefined, mayAsk: boolean): Review | undefined => {
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    if (modelId === undefined || !mayAsk) return;
    const leaving = new AbortController();
    const ask = async () => {
      const told = await reviewModel(modelId, leaving.signal);
      if (told.ok && !leaving.signal.aborted) setKnown({ of: modelId, review: told.value });
    };
    void ask();
    return () => leaving.abort();
  }, [modelId, mayAsk]);
  return known !== undefined && known.of === modelId ? known.review : undefined;
};
