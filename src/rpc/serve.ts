import type { Result } from '#core/result.ts';
import { type Gate, makeGate } from './gate.ts';
import type { Contract, FromWorker, Host, ToWorker } from './protocol.ts';

/** What a method gets besides its input. */
export type Job<Progress> = {
  readonly host: Host;
  /** Look at it at every batch: `signal.aborted` means stop and answer `refuse('cancelled')`. */
  readonly signal: AbortSignal;
  /** Tells the page how far it is; at most 10 a second are sent, the last always. Counts as a beat. */
  readonly progress: (progress: Progress) => void;
  /** Says "alive": call it at every batch, or the watchdog ends the worker. */
  readonly beat: () => void;
  /** Await it where a cancel is looked at: resolves at once, or while paused when it may go on. Absent without a caller. */
  readonly rest?: () => Promise<void>;
};

export type Methods<C extends Contract> = {
  readonly [M in keyof C]: (
    input: C[M]['input'],
    job: Job<C[M]['progress']>,
  ) => Promise<Result<C[M]['output']>>;
};

type Port = {
  /** Two forms, as a worker's own: one optional argument would not fit them. */
  postMessage: {
    (message: FromWorker, transfer: Transferable[]): void;
    (message: FromWorker): void;
  };
  addEventListener: (type: 'message', listener: (event: MessageEvent<ToWorker>) => void) => void;
};

const sendEveryMs = 100;
/** A paused call takes no processor, and still says that it is alive. */
const restingBeatMs = 500;

/** Every buffer inside an answer is handed over instead of copied. */
const buffersOf = (output: unknown): Transferable[] => {
  if (output === null || typeof output !== 'object') return [];
  const buffers = Object.values(output)
    .filter((part): part is ArrayBufferView => ArrayBuffer.isView(part))
    .map((view) => view.buffer)
    .filter((buffer): buffer is ArrayBuffer => buffer instanceof ArrayBuffer);
  return [...new Set(buffers)];
};

const startJob = (port: Port, id: number, host: Host, signal: AbortSignal, gate: Gate) => {
  let sentAt = 0;
  let waiting: unknown;
  let beatAt = 0;
  const flush = () => {
    if (waiting !== undefined) port.postMessage({ kind: 'progress', id, progress: waiting });
    waiting = undefined;
  };
  const job: Job<unknown> = {
    host,
    signal,
    progress: (progress) => {
      const now = performance.now();
      if (now - sentAt < sendEveryMs) {
        waiting = progress;
        job.beat();
        return;
      }
      sentAt = now;
      waiting = undefined;
      port.postMessage({ kind: 'progress', id, progress });
    },
    beat: () => {
      const now = performance.now();
      if (now - beatAt < sendEveryMs * 5) return;
      beatAt = now;
      port.postMessage({ kind: 'beat', id });
    },
    rest: async () => {
      const opened = gate.opened();
      if (opened === undefined) return;
      flush();
      port.postMessage({ kind: 'rest', id, isResting: true });
      const alive = setInterval(() => port.postMessage({ kind: 'beat', id }), restingBeatMs);
      await opened;
      clearInterval(alive);
      port.postMessage({ kind: 'rest', id, isResting: false });
    },
  };
  return { job, flush };
};

const failure = (
  error: unknown,
): { refusal: { code: 'bug'; facts: { message: string } }; stack: string } => {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  return { refusal: { code: 'bug', facts: { message } }, stack };
};

/**
 * Serves a contract in a worker: answers calls, hands over progress, lets a call rest while it is paused,
 * and lets go of it when it is cancelled. A method that throws answers `bug`; one that refuses answers its own refusal.
 */
export const serve = <C extends Contract>(port: Port, methods: Methods<C>): void => {
  const running = new Map<number, { readonly controller: AbortController; readonly gate: Gate }>();
  let setHost: (host: Host) => void = () => undefined;
  const hostKnown = new Promise<Host>((resolve) => {
    setHost = resolve;
  });

  const answer = async (id: number, name: string, input: unknown): Promise<void> => {
    const controller = new AbortController();
    const gate = makeGate();
    running.set(id, { controller, gate });
    const { job, flush } = startJob(port, id, await hostKnown, controller.signal, gate);
    try {
      const method = methods[name];
      if (method === undefined) throw new Error(`no method ${name}`);
      const result = await method(input as never, job as never);
      flush();
      if (result.ok) {
        port.postMessage({ kind: 'done', id, output: result.value }, buffersOf(result.value));
      } else port.postMessage({ kind: 'failed', id, refusal: result.refusal });
    } catch (error) {
      port.postMessage({ kind: 'failed', id, ...failure(error) });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener('message', (event) => {
    const message = event.data;
    if (message.kind === 'host') setHost(message.host);
    if (message.kind === 'call') void answer(message.id, message.method, message.input);
    if (message.kind === 'cancel') {
      const call = running.get(message.id);
      call?.controller.abort();
      // A paused call must go on to let go.
      call?.gate.open();
      port.postMessage({ kind: 'acknowledged', id: message.id });
    }
    if (message.kind === 'pause') running.get(message.id)?.gate.shut();
    if (message.kind === 'resume') running.get(message.id)?.gate.open();
  });
  port.postMessage({ kind: 'ready' });
};
