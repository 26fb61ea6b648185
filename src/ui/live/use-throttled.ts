import { useEffect, useRef, useState } from 'react';

/** A value that follows another at most once in `ms`: the first change at once, then in steps. */
export const useThrottled = <T>(value: T, ms: number): T => {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, changedAt.current + ms - performance.now());
    const timer = setTimeout(() => {
      changedAt.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return shown;
};
