import { useEffect, useState } from 'react';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Pace } from '#core/predictions/training-effort.ts';
import { readJob } from '#jobs/job-store.ts';
import { measurePace } from '#jobs/learn-jobs.ts';
import { paceOfModels } from './estimate-effort.ts';

/** Measured once while the page is open, where no training has told. */
let measured: Promise<Pace | undefined> | undefined;

const measureOnce = (): Promise<Pace | undefined> => {
  // A training that runs would make the device look slow, and be slowed.
  if (readJob('train')?.state === 'running') return Promise.resolve(undefined);
  measured ??= measurePace().then((told) => (told.ok ? told.value : undefined));
  return measured;
};

/** How fast this device learns: by its last training, or by a short trial; undefined until known. */
export const usePace = (models: readonly ModelVersion[]): Pace | undefined => {
  const told = paceOfModels(models);
  const isTold = told !== undefined;
  const [tried, setTried] = useState<Pace>();
  useEffect(() => {
    if (isTold) return undefined;
    let isGone = false;
    void measureOnce().then((pace) => {
      if (!isGone) setTried(pace);
    });
    return () => {
      isGone = true;
    };
  }, [isTold]);
  return told ?? tried;
};
