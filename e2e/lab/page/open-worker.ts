import { startWorker } from '#jobs/start-worker.ts';
import { type Connection, connect, type WorkerLike } from '#rpc/connect.ts';
import type { Contract } from '#rpc/protocol.ts';
import { tellLab } from './tell-lab.ts';

/** A strict transaction of a busy machine may take long; only a hang lasts a minute. */
const watch = { silenceMs: 60_000, cancelMs: 3_000 };

/** A worker of the app on a database of the laboratory, which it opens with the device slot. */
export const openWorker = <C extends Contract>(
  url: string,
  name: string,
  database: string,
): Connection<C> =>
  connect<C>(
    () => startWorker(url, name) as unknown as WorkerLike,
    () => ({ database, base: new URL('../../', location.href).href }),
    (_refusal, stack) => tellLab(stack, true),
    watch,
  );
