import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ColumnReason } from '#contracts/learn.ts';
import { orderPrefix } from '#core/predictions/from-orders/told-value.ts';
import { chooseReasons } from '#core/predictions/reasons/choose-reasons.ts';
import { explainScore } from '#jobs/learn-jobs.ts';

/** The strongest reason that lifts a score: undefined while it is looked for, null where none stands out. */
export type MainReason = ColumnReason | null | undefined;

/** What was counted comes before what a formula says of it: the list is read on the way to the car. */
const isPlain = ({ column }: ColumnReason): boolean => !column.startsWith(`${orderPrefix}rhythm`);

const mainOf = (columns: readonly ColumnReason[]): ColumnReason | null => {
  const { up } = chooseReasons(columns);
  return up.find(isPlain) ?? up[0] ?? null;
};

/** Asked for once the row is on the screen: a reason costs some 50 ms, and nobody reads twenty at once. */
export const useReason = (
  modelId: string,
  customerId: string,
): { readonly ref: RefObject<HTMLLIElement | null>; readonly reason: MainReason } => {
  const ref = useRef<HTMLLIElement>(null);
  const [reason, setReason] = useState<MainReason>();
  useEffect(() => {
    const row = ref.current;
    if (row === null) return undefined;
    const controller = new AbortController();
    const ask = async () => {
      const said = await explainScore(customerId, controller.signal, modelId);
      if (controller.signal.aborted) return;
      setReason(said.ok ? mainOf(said.value.columns) : null);
    };
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      seen.disconnect();
      void ask();
    });
    seen.observe(row);
    return () => {
      seen.disconnect();
      controller.abort();
    };
  }, [modelId, customerId]);
  return { ref, reason };
};
