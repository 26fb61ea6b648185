/** Not before the page has been left alone this long where browsers do not say that they are idle, ms. */
const quietMs = 300;

/** Calls once the page has nothing better to do. Answers how to take it back. */
export const whenIdle = (act: () => void): (() => void) => {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(act);
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(act, quietMs);
  return () => clearTimeout(timer);
};
