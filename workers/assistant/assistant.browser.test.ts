import { afterAll, expect, test } from 'vitest';
import type { AssistantContract } from '#contracts/assistant.ts';
import type { Customer } from '#core/customers/customer.ts';
import { commit } from '#db/commit.ts';
import { closeDatabase, eraseDatabase, openDatabase } from '#db/open-database.ts';
import { connect, type WorkerLike } from '#rpc/connect.ts';

const database = 'assistant-browser-test';
const now = Date.UTC(2026, 10, 24);
const base = { createdAt: now, updatedAt: now, rev: 0, custom: {} };

const connection = connect<AssistantContract>(
  () =>
    new Worker(new URL('./assistant.worker.ts', import.meta.url), {
      type: 'module',
    }) as unknown as WorkerLike,
  () => ({ database, base: new URL('./', location.href).href }),
);

const customer: Customer = {
  ...base,
  id: 'hualian',
  name: '华联超市',
  kind: 'business',
  lifecycle: 'active',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
};

afterAll(async () => {
  connection.close();
  await eraseDatabase(database);
});

const ask = async (text: string) => {
  const page = { name: 'assistant' };
  const answer = await connection.call('ask', { text, language: 'en', page, now });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value;
};

test('the real worker answers from the rows a page saved, and from pairs', async () => {
  const opened = await openDatabase(database);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const order = {
    ...base,
    id: 'o1',
    customerId: 'hualian',
    kind: 'order',
    number: 'A-1',
    date: '2026-11-23',
    status: 'done',
    currency: 'CNY',
    totalMinor: 8800,
    lines: [],
  } as const;
  const saved = await commit(opened.value, {
    label: 'records-changed',
    now,
    writes: [
      { table: 'customers', record: customer },
      { table: 'orders', record: { ...order, lines: [] } },
    ],
  });
  expect(saved.ok).toBe(true);
  closeDatabase(opened.value);

  const last = await ask('华联上次什么时候下单？');
  expect(last.text).toContain('2026年11月23日（昨天）');
  expect(last.blocks[0]).toMatchObject({ kind: 'table', customerIds: ['hualian'] });
  expect((await ask('Hello')).intent).toMatch(/^pair:/u);
  expect((await ask('what is the airspeed of a swallow')).intent).toBe('unknown');
});

test('a wrong pattern is refused as data, not as a crash', async () => {
  const input = { text: '[["(open",["no"]]]', language: 'en', now } as const;
  const answer = await connection.call('importPairs', input);
  expect(answer).toEqual({ ok: false, refusal: { code: 'pattern-invalid', facts: { pair: 1 } } });
});

test('a classifier is trained in the worker, and a cancel is heard', async () => {
  const train = Array.from({ length: 4000 }, (_, at) => ({
    text: `question ${at % 97} about matter ${at % 50} number ${at}`,
    label: `l${at % 50}`,
  }));
  const controller = new AbortController();
  const started = performance.now();
  const call = connection.call('classify', { train, test: ['x'] }, { signal: controller.signal });
  setTimeout(() => controller.abort(), 100);
  expect(await call).toMatchObject({ refusal: { code: 'cancelled' } });
  expect(performance.now() - started).toBeLessThan(3000);
});
