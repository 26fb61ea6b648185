import type { DemoContract } from '#contracts/demo.ts';
import type { Result } from '#core/result.ts';
import demoUrl from '#workers/demo/demo.worker.ts?worker&url';
import { workerConnection } from './host.ts';
import { runJob } from './run-job.ts';

const connection = workerConnection<DemoContract>(demoUrl, 'demo', {
  silenceMs: 30_000,
  cancelMs: 20_000,
});

type Fill = DemoContract['fill'];

/** Starts the worker ahead of its work. */
export const prepareDemoWorker = () => connection.call('prepare', {});

/** Ends the worker: nobody asked for the demo. */
export const dismissDemoWorker = (): void => connection.close();

/**
 * Fills in the demo data as a job of the tray. `onUsable` is called once the first customers are
 * there and the screens can be used.
 */
export const startDemo = (
  input: Fill['input'],
  onUsable: () => void,
): Promise<Result<Fill['output']>> =>
  runJob<Fill['output'], Fill['progress']>('demo', 'demo', ({ signal, progress }) =>
    connection.call('fill', input, {
      signal,
      onProgress: (told) => {
        if (told.usable) onUsable();
        progress(told, told.fraction);
      },
    }),
  );
