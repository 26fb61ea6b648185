import type { Job } from '#rpc/serve.ts';

/** Work this long before letting messages in: a cancel is heard well within 200 ms. */
const turnMs = 40;

/** What a long loop asks between two steps. */
export type Turns = {
  /** True when it is time for `take`. */
  readonly due: () => boolean;
  /** Says "alive", lets messages in, rests while the job is paused; true when it was cancelled. */
  readonly take: () => Promise<boolean>;
  /** Ms the job has rested so far: no work of its. */
  readonly restedMs: () => number;
};

/** One task of the event loop; a timeout would wait 4 ms. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Turns of a job: every 40 ms it beats and listens. */
export const takeTurns = (job: Pick<Job<unknown>, 'signal' | 'beat' | 'rest'>): Turns => {
  let since = performance.now();
  let rested = 0;
  return {
    due: () => performance.now() - since > turnMs,
    take: async () => {
      job.beat();
      await nextTask();
      const heardAt = performance.now();
      await job.rest?.();
      since = performance.now();
      rested += since - heardAt;
      return job.signal.aborted;
    },
    restedMs: () => rested,
  };
};

/** Runs a generator to its end, listening between its steps; undefined when cancelled. */
export const runInTurns = async <Step, T>(
  generator: Generator<Step, T>,
  turns: Turns,
  onTurn: (step: Step) => void = () => undefined,
): Promise<T | undefined> => {
  for (;;) {
    const step = generator.next();
    if (step.done === true) return step.value;
    if (!turns.due()) continue;
    onTurn(step.value);
    if (await turns.take()) return undefined;
  }
};
