import { useEffect, useState } from 'react';

/** A number that grows when the colours of the page change: what is painted by hand must be repainted. */
export const useThemeTick = (): number => {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    const grow = () => setTick((before) => before + 1);
    const attributes = new MutationObserver(grow);
    attributes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    const dark = matchMedia('(prefers-color-scheme: dark)');
    dark.addEventListener('change', grow);
    return () => {
      attributes.disconnect();
      dark.removeEventListener('change', grow);
    };
  }, []);
  return tick;
};
