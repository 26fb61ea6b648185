import { type RefObject, useEffect, useRef } from 'react';

/**
 * Brings an element into view when what it shows is replaced while the screen is open: a new report
 * stands at the top, and whoever asked for it stands at the foot. `id`: null while not yet known.
 */
export const useShownWhenNew = <E extends HTMLElement>(
  id: string | undefined | null,
): RefObject<E | null> => {
  const element = useRef<E>(null);
  const seen = useRef<string | undefined | null>(null);
  useEffect(() => {
    if (seen.current !== null && id !== seen.current && typeof id === 'string')
      element.current?.scrollIntoView();
    seen.current = id;
  }, [id]);
  return element;
};
