import { useState } from 'react';
import type { ExportReceipt } from '#contracts/export.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Made } from './made-file.tsx';

/** One file being made, made, or refused. */
export type Making = {
  readonly isBusy: boolean;
  readonly made: Made | undefined;
  readonly refusal: Refusal | undefined;
  readonly make: (name: string, work: () => Promise<Result<ExportReceipt>>) => Promise<void>;
};

/** Runs the making of one file at a time; the file before goes when the next is begun. */
export const useMaking = (): Making => {
  const [isBusy, setBusy] = useState(false);
  const [made, setMade] = useState<Made>();
  const [refusal, setRefusal] = useState<Refusal>();
  const make: Making['make'] = async (name, work) => {
    setBusy(true);
    setMade(undefined);
    setRefusal(undefined);
    const result = await work();
    setBusy(false);
    if (result.ok) setMade({ receipt: result.value, name });
    else if (result.refusal.code !== 'cancelled') setRefusal(result.refusal);
  };
  return { isBusy, made, refusal, make };
};
