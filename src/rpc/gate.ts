/** What a loop waits at while its call is paused. */
export type Gate = {
  readonly shut: () => void;
  readonly open: () => void;
  /** Resolves when the gate opens; undefined while it is open. */
  readonly opened: () => Promise<void> | undefined;
};

export const makeGate = (): Gate => {
  let waiting: { readonly opened: Promise<void>; readonly open: () => void } | undefined;
  return {
    shut: () => {
      if (waiting !== undefined) return;
      let open: () => void = () => undefined;
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      waiting = { opened, open };
    },
    open: () => {
      waiting?.open();
      waiting = undefined;
    },
    opened: () => waiting?.opened,
  };
};
