/** Held, shared, by every tab that has the app open, for as long as it lives. */
const LOCK = 'rapport-tabs';

/**
 * Joins the open tabs and tells whether this is the only one. A tab that is alone may put away what
 * a crash left half done: nobody else can be at it.
 */
export const joinTabs = async (): Promise<boolean> => {
  const isAlone = await navigator.locks.request(
    LOCK,
    { ifAvailable: true },
    (lock) => lock !== null,
  );
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => new Promise(() => undefined));
  return isAlone;
};
