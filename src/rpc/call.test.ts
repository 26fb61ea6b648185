import { afterEach, describe, expect, test, vi } from 'vitest';
import { accept, refuse } from '#core/result.ts';
import { type Connection, connect, type WorkerLike } from './connect.ts';
import { makePauseSwitch } from './pause-switch.ts';
import { type Methods, serve } from './serve.ts';

type Sample = {
  double: { input: { value: number }; output: { value: number }; progress: number };
  count: { input: { to: number }; output: { at: number }; progress: number };
  hang: { input: null; output: null; progress: never };
  break: { input: null; output: null; progress: never };
  fill: { input: { length: number }; output: { values: Float32Array }; progress: never };
};

const tick = () => new Promise((resolve) => setTimeout(resolve, 1));

const methods: Methods<Sample> = {
  double: async ({ value }) => (value < 0 ? refuse('no-data') : accept({ value: value * 2 })),
  count: async ({ to }, job) => {
    for (let at = 0; at < to; at++) {
      if (job.signal.aborted) return refuse('cancelled');
      job.progress(at);
      job.beat();
      await job.rest?.();
      await tick();
    }
    return accept({ at: to });
  },
  hang: () => new Promise(() => undefined),
  break: async () => {
    throw new Error('a planted bug');
  },
  fill: async ({ length }) => accept({ values: new Float32Array(length).fill(1) }),
};

/** A worker on this thread: the real serve and connect over a real MessageChannel. */
const startHere = (started: { count: number }): WorkerLike => {
  started.count += 1;
  const { port1, port2 } = new MessageChannel();
  serve(port2 as never, methods);
  port1.start();
  port2.start();
  return Object.assign(port1, { terminate: () => port1.close() }) as unknown as WorkerLike;
};

const open: Connection<Sample>[] = [];
const connectSample = (watch = { silenceMs: 200, cancelMs: 200 }) => {
  const started = { count: 0 };
  const bugs: string[] = [];
  const connection = connect<Sample>(
    () => startHere(started),
    () => ({ database: 'x', base: '/' }),
    (_, stack) => bugs.push(stack),
    watch,
  );
  open.push(connection);
  return { connection, started, bugs };
};
afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
});

describe('the worker call', () => {
  test('a call is answered, a refusal is data', async () => {
    const { connection } = connectSample();
    expect(await connection.call('double', { value: 4 })).toEqual(accept({ value: 8 }));
    expect(await connection.call('double', { value: -1 })).toEqual(refuse('no-data'));
  });

  test('progress arrives, the last word too', async () => {
    const { connection } = connectSample();
    const heard: number[] = [];
    await connection.call('count', { to: 30 }, { onProgress: (at) => heard.push(at) });
    expect(heard.at(0)).toBe(0);
    expect(heard.at(-1)).toBe(29);
  });

  test('a cancelled call lets go by itself and the worker goes on', async () => {
    const { connection, started } = connectSample();
    const controller = new AbortController();
    const call = connection.call('count', { to: 10_000 }, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect(await call).toEqual(refuse('cancelled'));
    expect(await connection.call('double', { value: 1 })).toEqual(accept({ value: 2 }));
    expect(started.count).toBe(1);
  });

  test('a call that does not let go is ended with its worker, and the next call starts a new one', async () => {
    const { connection, started } = connectSample({ silenceMs: 60_000, cancelMs: 50 });
    const controller = new AbortController();
    const call = connection.call('hang', null, { signal: controller.signal });
    controller.abort();
    expect(await call).toEqual(refuse('cancelled'));
    expect(await connection.call('double', { value: 2 })).toEqual(accept({ value: 4 }));
    expect(started.count).toBe(2);
  });

  test('a paused call rests, is not taken for silent, and goes on to the same end', async () => {
    const { connection, started } = connectSample({ silenceMs: 900, cancelMs: 50 });
    const pause = makePauseSwitch();
    const rests: boolean[] = [];
    let at = 0;
    const onProgress = (told: number) => {
      at = told;
    };
    const onRest = (isResting: boolean) => rests.push(isResting);
    const call = connection.call('count', { to: 400 }, { pause, onRest, onProgress });
    const askedAt = performance.now();
    pause.set(true);
    await vi.waitFor(() => expect(rests).toEqual([true]));
    expect(performance.now() - askedAt).toBeLessThan(200);
    const stoodAt = at;
    await new Promise((resolve) => setTimeout(resolve, 1_300));
    expect(at).toBe(stoodAt);
    pause.set(false);
    expect(await call).toEqual(accept({ at: 400 }));
    expect(rests).toEqual([true, false]);
    expect(started.count).toBe(1);
  });

  test('a paused call can be cancelled', async () => {
    const { connection, started } = connectSample({ silenceMs: 60_000, cancelMs: 5_000 });
    const pause = makePauseSwitch();
    const controller = new AbortController();
    pause.set(true);
    const call = connection.call('count', { to: 400 }, { pause, signal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    expect(await call).toEqual(refuse('cancelled'));
    expect(started.count).toBe(1);
  });

  test('a worker that falls silent is ended and said to be silent', async () => {
    const { connection } = connectSample();
    expect(await connection.call('hang', null)).toEqual(refuse('worker-silent'));
  });

  test('a bug is answered as a bug and reported with its stack', async () => {
    const { connection, bugs } = connectSample();
    expect(await connection.call('break', null)).toMatchObject({ refusal: { code: 'bug' } });
    expect(bugs[0]).toContain('a planted bug');
  });

  test('a call cancelled before it starts never starts a worker', async () => {
    const { connection, started } = connectSample();
    const result = await connection.call('double', { value: 1 }, { signal: AbortSignal.abort() });
    expect(result).toEqual(refuse('cancelled'));
    expect(started.count).toBe(0);
  });

  test('buffers of an answer are handed over whole', async () => {
    const { connection } = connectSample();
    const result = await connection.call('fill', { length: 1000 });
    expect(result.ok && result.value.values.length).toBe(1000);
  });
});
