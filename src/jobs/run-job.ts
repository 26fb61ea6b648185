import type { Result } from '#core/result.ts';
import { addJob, changeJob, type JobKind, type JobState } from './job-store.ts';

/** What a job's work gets. */
export type JobHandle<Progress> = {
  readonly signal: AbortSignal;
  /** Tells the tray: the contract's own progress, and its fraction 0..1. */
  readonly progress: (progress: Progress, fraction: number) => void;
};

let made = 0;

const stateOf = <T>(result: Result<T>): Pick<JobState, 'state' | 'refusal' | 'leftMs'> => {
  if (result.ok) return { state: 'done', refusal: undefined, leftMs: 0 };
  const state = result.refusal.code === 'cancelled' ? 'cancelled' : 'failed';
  return { state, refusal: result.refusal, leftMs: undefined };
};

const died = <T>(result: Result<T>): boolean =>
  !result.ok && ['worker-died', 'worker-silent'].includes(result.refusal.code);

/**
 * Runs a long piece of work in the tray. A worker that died or fell silent is started again once,
 * after `recover` has put away what it left half done; the second time it is shown.
 */
export const runJob = async <T, Progress>(
  kind: JobKind,
  subject: string,
  work: (handle: JobHandle<Progress>) => Promise<Result<T>>,
  recover: () => Promise<unknown> = async () => undefined,
): Promise<Result<T>> => {
  const id = `job-${made++}`;
  const controller = new AbortController();
  const startedAt = performance.now();
  const handle: JobHandle<Progress> = {
    signal: controller.signal,
    progress: (progress, fraction) => {
      const passed = performance.now() - startedAt;
      const leftMs = fraction > 0.02 ? (passed / fraction) * (1 - fraction) : undefined;
      changeJob(id, { progress, fraction, leftMs });
    },
  };
  addJob({
    id,
    kind,
    subject,
    state: 'running',
    fraction: 0,
    leftMs: undefined,
    progress: undefined,
    refusal: undefined,
    cancel: () => controller.abort(),
  });
  let result = await work(handle);
  if (died(result) && !controller.signal.aborted) {
    await recover();
    result = await work(handle);
    if (died(result)) await recover();
  }
  changeJob(id, { ...stateOf(result), ...(result.ok ? { fraction: 1 } : {}) });
  return result;
};
