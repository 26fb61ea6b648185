import { useEffect, useRef, useState } from 'react';
import type { Result } from '#core/result.ts';

/**
 * Asks a worker when the screen opens, and again once `key` has stopped changing for a second: a
 * count that grows while an import runs does not ask a thousand times. Undefined until the first
 * answer; the last answer stays while a new one is awaited. `again` asks at once.
 */
export const useAnswer = <T>(
  ask: () => Promise<Result<T>>,
  key: unknown,
): { readonly answer: Result<T> | undefined; readonly again: () => void } => {
  const [answer, setAnswer] = useState<Result<T>>();
  const [round, setRound] = useState(0);
  const asked = useRef(false);
  const asking = useRef(ask);
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and round say when to ask again
  useEffect(() => {
    let isGone = false;
    const wait = asked.current ? 1000 : 0;
    const timer = setTimeout(async () => {
      asked.current = true;
      const result = await asking.current();
      if (!isGone) setAnswer(result);
    }, wait);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key, round]);
  const again = () => {
    asked.current = false;
    setAnswer(undefined);
    setRound((before) => before + 1);
  };
  return { answer, again };
};
