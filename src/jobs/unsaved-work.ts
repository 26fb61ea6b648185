/** Held, shared, by every tab with unsaved work; an update asks for it exclusively. */
const LOCK = 'rapport-unsaved-work';

let held = 0;
const waiting = new Set<() => void>();

/**
 * Says that this tab has work a reload would lose, until the returned function is called. No tab is
 * reloaded for an update while any tab holds. Calling the release twice does nothing more.
 */
export const holdUnsavedWork = (): (() => void) => {
  held += 1;
  let release: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => done);
  let isHeld = true;
  return () => {
    if (!isHeld) return;
    isHeld = false;
    held -= 1;
    release();
    if (held > 0) return;
    const acts = [...waiting];
    waiting.clear();
    for (const act of acts) act();
  };
};

/** Calls `act` now, or as soon as this tab has no unsaved work left. */
export const whenAllIsSaved = (act: () => void): void => {
  if (held === 0) act();
  else waiting.add(act);
};

/** Runs `act` if no tab at all has unsaved work at this moment; answers whether it ran. */
export const ifNoTabHasUnsavedWork = (act: () => void): Promise<boolean> =>
  navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
    if (lock === null) return false;
    act();
    return true;
  });
