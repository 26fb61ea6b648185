import type { Refusal } from '#core/result.ts';
import { type Connection, connect, type Watch } from '#rpc/connect.ts';
import type { Contract, Host } from '#rpc/protocol.ts';
import { startWorker } from './start-worker.ts';

let host: Host | undefined;
let report: (refusal: Refusal, stack: string) => void = () => undefined;
const closers = new Set<() => void>();

/** Told once the vault is open: which database the workers work on, and its keys. */
export const setHost = (unlocked: Host): void => {
  host = unlocked;
};

/** Who hears of bugs inside workers, with their stack, for the report a person can copy. */
export const onWorkerBug = (listener: (refusal: Refusal, stack: string) => void): void => {
  report = listener;
};

/** Ends every worker: at lock, at erase, and before the database is closed. */
export const closeWorkers = (): void => {
  for (const close of closers) close();
};

/** The connection to one kind of worker: started by its first call, again after it died. */
export const workerConnection = <C extends Contract>(
  url: string,
  name: string,
  watch?: Watch,
): Connection<C> => {
  const connection = connect<C>(
    () => startWorker(url, name),
    () => {
      if (host === undefined) throw new Error('a worker was called before the vault was open');
      return host;
    },
    (refusal, stack) => report(refusal, stack),
    watch,
  );
  closers.add(connection.close);
  return connection;
};
