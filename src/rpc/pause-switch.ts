/** Lets a call rest and go on. The caller holds it, as it holds an AbortController to cancel. */
export type PauseSwitch = {
  readonly isPaused: () => boolean;
  readonly set: (isPaused: boolean) => void;
  /** Hears of every change; answers how to stop listening. */
  readonly listen: (listener: (isPaused: boolean) => void) => () => void;
};

export const makePauseSwitch = (): PauseSwitch => {
  const listeners = new Set<(isPaused: boolean) => void>();
  let isPaused = false;
  return {
    isPaused: () => isPaused,
    set: (next) => {
      if (next === isPaused) return;
      isPaused = next;
      for (const listener of listeners) listener(next);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
