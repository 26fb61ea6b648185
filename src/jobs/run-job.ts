import type { Result } from '#core/result.ts';
import { makePauseSwitch, type PauseSwitch } from '#rpc/pause-switch.ts';
import { addJob, changeJob, type JobKind, type JobState } from './job-store.ts';

/** What a job's work gets. */
export type JobHandle<Progress> = {
  readonly signal: AbortSignal;
  /** Tells the tray: the contract's own progress, and its fraction 0..1. */
  readonly progress: (progress: Progress, fraction: number) => void;
  /** For work that can rest: hand both to the call. */
  readonly pause: PauseSwitch;
  readonly onRest: (isResting: boolean) => void;
};

let made = 0;

const stateOf = <T>(result: Result<T>): Pick<JobState, 'state' | 'refusal' | 'leftMs'> => {
  if (result.ok) return { state: 'done', refusal: undefined, leftMs: 0 };
  const state = result.refusal.code === 'cancelled' ? 'cancelled' : 'failed';
  return { state, refusal: result.refusal, leftMs: undefined };
};

const died = <T>(result: Result<T>): boolean =>
  !result.ok && ['worker-died', 'worker-silent'].includes(result.refusal.code);

/** A clock that stands still while the work rests, ms. */
const workClock = () => {
  const startedAt = performance.now();
  let rested = 0;
  let restingSince: number | undefined;
  return {
    rest: (isResting: boolean) => {
      if (restingSince !== undefined) rested += performance.now() - restingSince;
      restingSince = isResting ? performance.now() : undefined;
    },
    passed: () => performance.now() - startedAt - rested,
  };
};

/** What the tray needs to let a job rest, and the job to say that it does. */
const pauseOf = (id: string, rest: (isResting: boolean) => void) => {
  const pause = makePauseSwitch();
  const show = (state: 'working' | 'asked' | 'resting') => changeJob(id, { pause: { state, set } });
  const set = (isPaused: boolean) => {
    pause.set(isPaused);
    show(isPaused ? 'asked' : 'working');
  };
  const onRest = (isResting: boolean) => {
    rest(isResting);
    if (isResting === pause.isPaused()) show(isResting ? 'resting' : 'working');
  };
  return { pause, onRest, set };
};

/**
 * Runs a long piece of work in the tray. A worker that died or fell silent is started again once,
 * after `recover` has put away what it left half done; the second time it is shown. `canPause` says that
 * the work hands pause and onRest on.
 */
export const runJob = async <T, Progress>(
  kind: JobKind,
  subject: string,
  work: (handle: JobHandle<Progress>) => Promise<Result<T>>,
  {
    recover = async () => undefined,
    canPause = false,
  }: { readonly recover?: () => Promise<unknown>; readonly canPause?: boolean } = {},
): Promise<Result<T>> => {
  const id = `job-${made++}`;
  const controller = new AbortController();
  const clock = workClock();
  const { pause, onRest, set } = pauseOf(id, clock.rest);
  const handle: JobHandle<Progress> = {
    signal: controller.signal,
    progress: (progress, fraction) => {
      const passed = clock.passed();
      const leftMs = fraction > 0.02 ? (passed / fraction) * (1 - fraction) : undefined;
      changeJob(id, { progress, fraction, leftMs });
    },
    pause,
    onRest,
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
    ...(canPause && { pause: { state: 'working', set } }),
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
