import { useEffect, useRef, useState } from 'react';
import type { Refusal, Result } from '#core/result.ts';

/** A pause in typing that is worth a question, ms. */
const pauseMs = 80;

/**
 * Asks a worker whenever `key` changes, the newest question only; the last answer stays on the screen
 * until the next is there. Undefined until the first.
 */
export const useAsked = <T>(
  ask: (signal: AbortSignal) => Promise<Result<T>>,
  key: string,
): { readonly answer: T | undefined; readonly refusal: Refusal | undefined } => {
  const [answer, setAnswer] = useState<T>();
  const [refusal, setRefusal] = useState<Refusal>();
  const asking = useRef(ask);
  const isFirst = useRef(true);
  useEffect(() => {
    asking.current = ask;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key alone says when to ask again
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(
      async () => {
        isFirst.current = false;
        const result = await asking.current(controller.signal);
        if (controller.signal.aborted) return;
        setRefusal(result.ok ? undefined : result.refusal);
        if (result.ok) setAnswer(result.value);
      },
      isFirst.current ? 0 : pauseMs,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [key]);
  return { answer, refusal };
};
