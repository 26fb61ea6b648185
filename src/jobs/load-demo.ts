import type { Result } from '#core/result.ts';
import { dismissDemoWorker, prepareDemoWorker, startDemo } from './demo-jobs.ts';
import { startDirectory } from './directory-jobs.ts';
import { readJob } from './job-store.ts';
import { startTraining } from './learn-jobs.ts';

/** Same seed, same customers: a screenshot of yesterday is right today. */
const demoSeed = 20_260_101;
const demoCustomers = 5_000;

/** What the demo's model predicts; `workers/demo/make-fields.ts` plants it. */
const target = { field: 'renewed', positive: 'yes' } as const;

/** Starts what the demo will need, while a person still reads. Nothing is made or written. */
export const prepareDemo = (): void => {
  void prepareDemoWorker();
  void startDirectory();
};

/** Lets go of it again when the demo was not asked for. */
export const dismissDemo = (): void => {
  if (readJob('demo')?.state !== 'running') dismissDemoWorker();
};

/**
 * Fills in the demo data and then trains its model, as two jobs of the tray. Answers when the data
 * is there. `now`: ms UTC, the demo's orders end then. `importId` names it for its removal.
 */
export const loadDemo = async (input: {
  readonly importId: string;
  readonly currency: string;
  readonly now: number;
}): Promise<Result<unknown>> => {
  const filled = await startDemo(
    { ...input, customers: demoCustomers, seed: demoSeed },
    () => undefined,
  );
  if (!filled.ok) return filled;
  void startTraining({
    target,
    drop: [],
    mode: 'default',
    split: 'random',
    backend: 'auto',
    seed: 1,
    epochs: 10,
    protectedTraits: 'drop',
    now: input.now,
  });
  return filled;
};
