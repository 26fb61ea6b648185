import { useCallback, useMemo, useRef, useState } from 'react';

/** Which customers are chosen, by place; nothing is while choosing is off. */
export type Selection = {
  readonly isOn: boolean;
  readonly ords: ReadonlySet<number>;
  readonly start: () => void;
  readonly stop: () => void;
  /** Everybody found, or nobody when they all are chosen already. */
  readonly toggleAll: () => void;
  /** By index in the list; `isRange` takes all from the one chosen before. */
  readonly pick: (index: number, isRange: boolean) => void;
};

const nobody: ReadonlySet<number> = new Set();
const none: ArrayLike<number> = [];

const toggled = (ords: ReadonlySet<number>, ord: number): ReadonlySet<number> => {
  const next = new Set(ords);
  if (!next.delete(ord)) next.add(ord);
  return next;
};

const withRange = (
  ords: ReadonlySet<number>,
  list: ArrayLike<number>,
  from: number,
  to: number,
): ReadonlySet<number> => {
  const next = new Set(ords);
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const ord = list[index];
    if (ord !== undefined) next.add(ord);
  }
  return next;
};

/** Choosing several customers of a list. Those no longer found stay chosen. */
export const useSelection = (list: ArrayLike<number> = none): Selection => {
  const [isOn, setOn] = useState(false);
  const [ords, setOrds] = useState(nobody);
  const last = useRef(0);
  const start = useCallback(() => setOn((before) => !before), []);
  const stop = useCallback(() => {
    setOn(false);
    setOrds(nobody);
  }, []);
  const toggleAll = useCallback(
    () => setOrds((before) => (before.size >= list.length ? nobody : new Set(Array.from(list)))),
    [list],
  );
  const pick = useCallback(
    (index: number, isRange: boolean) => {
      const ord = list[index];
      if (ord === undefined) return;
      const from = last.current;
      setOrds((before) => (isRange ? withRange(before, list, from, index) : toggled(before, ord)));
      last.current = index;
    },
    [list],
  );
  return useMemo(
    () => ({ isOn, ords: isOn ? ords : nobody, start, stop, toggleAll, pick }),
    [isOn, ords, start, stop, toggleAll, pick],
  );
};
