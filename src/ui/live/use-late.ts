import { useEffect, useReducer } from 'react';

/** A part of a screen that is fetched late, and stays once it is there. */
export type Late<T> = {
  /** Undefined until it is there; throws once when it could not be fetched. */
  readonly read: () => T | undefined;
  /** Never rejects. */
  readonly fetch: () => Promise<void>;
};

export const late = <T>(fetchPart: () => Promise<T>): Late<T> => {
  let known: T | undefined;
  let failed: { readonly error: unknown } | undefined;
  let fetching: Promise<void> | undefined;
  return {
    read: () => {
      if (failed === undefined) return known;
      const { error } = failed;
      // Whoever tries again fetches again.
      failed = undefined;
      fetching = undefined;
      throw error;
    },
    fetch: () => {
      fetching ??= fetchPart().then(
        (part) => {
          known = part;
        },
        (error: unknown) => {
          failed = { error };
        },
      );
      return fetching;
    },
  };
};

/**
 * A late part, fetched when it is first drawn unless it was fetched ahead. Unlike React.lazy it is
 * drawn at once when it is there: lazy suspends even then, and React holds back what follows a
 * fallback for 300 ms. A part that cannot be fetched throws to the error boundary.
 */
export const useLate = <T>(part: Late<T>): T | undefined => {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const known = part.read();
  useEffect(() => {
    if (known === undefined) void part.fetch().then(redraw);
  }, [part, known]);
  return known;
};
