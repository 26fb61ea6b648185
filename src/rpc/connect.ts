import { type Refusal, type Result, refuse } from '#core/result.ts';
import type { PauseSwitch } from './pause-switch.ts';
import type { Contract, FromWorker, Host, ToWorker } from './protocol.ts';

/** What connect needs of a Worker; a MessagePort in tests has it too. */
export type WorkerLike = {
  postMessage: {
    (message: ToWorker, transfer: Transferable[]): void;
    (message: ToWorker): void;
  };
  addEventListener: {
    (type: 'message', listener: (event: MessageEvent<FromWorker>) => void): void;
    (type: 'error' | 'messageerror', listener: (event: Event) => void): void;
  };
  terminate: () => void;
};

export type CallOptions<Progress> = {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Lets the call rest while it is set; a cancel ends the rest. */
  readonly pause?: PauseSwitch | undefined;
  /** Told when the worker has come to rest, and when it goes on. */
  readonly onRest?: ((isResting: boolean) => void) | undefined;
  readonly transfer?: Transferable[] | undefined;
};

export type Connection<C extends Contract> = {
  /** Never rejects: a dead, silent or cancelled worker is a refusal. */
  readonly call: <M extends keyof C & string>(
    method: M,
    input: C[M]['input'],
    options?: CallOptions<C[M]['progress']>,
  ) => Promise<Result<C[M]['output']>>;
  /** Ends the worker; open calls are answered `cancelled`. */
  readonly close: () => void;
};

export type Watch = {
  /** Silence after which a worker with an open call is taken for dead, ms. */
  readonly silenceMs: number;
  /** Time a cancelled call may take to let go before the worker is ended, ms. */
  readonly cancelMs: number;
};

const usualWatch: Watch = { silenceMs: 10_000, cancelMs: 3_000 };

type OpenCall = {
  readonly settle: (result: Result<never> | Result<unknown>) => void;
  readonly onProgress: ((progress: never) => void) | undefined;
  readonly onRest: ((isResting: boolean) => void) | undefined;
  heardAt: number;
};

/**
 * A typed connection to a worker. The worker starts with the first call and again after it died, so
 * a caller may simply call again. `refused` is told of every bug, for the report a person can copy.
 */
export const connect = <C extends Contract>(
  start: () => WorkerLike,
  host: () => Host,
  onBug: (refusal: Refusal, stack: string) => void = () => undefined,
  watch: Watch = usualWatch,
): Connection<C> => {
  const open = new Map<number, OpenCall>();
  let worker: WorkerLike | undefined;
  let watchdog: ReturnType<typeof setInterval> | undefined;
  let nextId = 1;

  const end = (code: 'worker-died' | 'worker-silent' | 'cancelled') => {
    worker?.terminate();
    worker = undefined;
    clearInterval(watchdog);
    watchdog = undefined;
    const calls = [...open.values()];
    open.clear();
    for (const call of calls) call.settle(refuse(code));
  };

  const hear = (message: FromWorker) => {
    if (message.kind === 'ready') return;
    const call = open.get(message.id);
    if (call === undefined) return;
    call.heardAt = performance.now();
    if (message.kind === 'progress') call.onProgress?.(message.progress as never);
    if (message.kind === 'rest') call.onRest?.(message.isResting);
    if (message.kind === 'done') call.settle({ ok: true, value: message.output });
    if (message.kind === 'failed') {
      if (message.refusal.code === 'bug') onBug(message.refusal, message.stack ?? '');
      call.settle({ ok: false, refusal: message.refusal });
    }
  };

  // A tablet that slept, or a page that was busy, has read no messages: that is no silence.
  let lookedAt = 0;
  const look = () => {
    const now = performance.now();
    const late = now - lookedAt > watch.silenceMs / 2;
    lookedAt = now;
    for (const call of open.values()) {
      if (late) call.heardAt = now;
      else if (now - call.heardAt > watch.silenceMs) return end('worker-silent');
    }
  };

  const alive = (): WorkerLike => {
    if (worker !== undefined) return worker;
    const started = start();
    // A late word of a worker that was ended must not reach the calls of the next one.
    started.addEventListener('message', (event) => {
      if (worker === started) hear(event.data);
    });
    for (const type of ['error', 'messageerror'] as const)
      started.addEventListener(type, (event) => {
        event.preventDefault();
        if (worker === started) end('worker-died');
      });
    started.postMessage({ kind: 'host', host: host() });
    worker = started;
    watchdog = setInterval(look, watch.silenceMs / 4);
    return started;
  };

  const call: Connection<C>['call'] = (method, input, options = {}) =>
    new Promise((resolve) => {
      const { signal, onProgress, transfer, pause, onRest } = options;
      if (signal?.aborted) return resolve(refuse('cancelled'));
      const id = nextId++;
      let patience: ReturnType<typeof setTimeout> | undefined;
      const cancel = () => {
        worker?.postMessage({ kind: 'cancel', id });
        patience = setTimeout(() => end('cancelled'), watch.cancelMs);
      };
      const turn = (isPaused: boolean) =>
        worker?.postMessage({ kind: isPaused ? 'pause' : 'resume', id });
      let stopListening: (() => void) | undefined;
      const settle = (result: Result<never> | Result<unknown>) => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', cancel);
        stopListening?.();
        open.delete(id);
        resolve(result as Result<never>);
      };
      open.set(id, {
        settle,
        onProgress: onProgress as OpenCall['onProgress'],
        onRest,
        heardAt: performance.now(),
      });
      signal?.addEventListener('abort', cancel, { once: true });
      alive().postMessage({ kind: 'call', id, method, input }, transfer ?? []);
      stopListening = pause?.listen(turn);
      if (pause?.isPaused()) turn(true);
    });

  return { call, close: () => end('cancelled') };
};
