import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import type { BackendName } from '#core/predictions/model-version.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import {
  askBought,
  fillLearnTable,
  seededCustomer,
} from '#workers/learn/fixtures/fill-learn-table.ts';
import { askTable, type Question } from '#workers/learn/prepare-rows.ts';
import { readTable } from '#workers/learn/read-table.ts';
import { largestDifference } from '#workers/learn/self-test.ts';
import { startBackend } from '#workers/learn/start-backend.ts';
import { takeTurns } from '#workers/learn/take-turns.ts';
import { networkLogits } from './default-network.ts';
import { fitNetworkMember } from './fit-network-member.ts';

const turnsOf = (signal = new AbortController().signal) =>
  takeTurns({ signal, beat: () => undefined });

let question: Question;
beforeAll(async () => {
  const db = await openTestDatabase();
  const customers = Array.from({ length: 300 }, (_, ord) => seededCustomer(ord));
  await fillLearnTable(db, customers);
  const target = { field: 'bought', positive: 'yes' };
  const asked = askTable(await readTable(db), target, askBought);
  if (!asked.ok) throw new Error(asked.refusal.code);
  question = asked.value;
});

const fitOn = async (
  backend: BackendName,
  rows: Uint32Array,
  size: number,
  signal?: AbortSignal,
) => {
  expect(await startBackend(backend)).toBe(true);
  return fitNetworkMember(() => undefined)({
    question,
    rows,
    size,
    seed: 3,
    turns: turnsOf(signal),
    onFraction: () => undefined,
    mostRounds: 20,
  });
};

const bodyOn = async (backend: BackendName, rows: Uint32Array, size: number) => {
  const fitted = await fitOn(backend, rows, size);
  if (!fitted.ok) throw new Error(fitted.refusal.code);
  return fitted.value.body;
};

test('[T4] trained on one backend the default network scores on the other, and both train alike', async () => {
  const rows = question.labelled.subarray(0, 150);
  const aside = question.labelled.subarray(150);
  const [own, plain] = [await bodyOn('simd', rows, 2), await bodyOn('cpu', rows, 2)];
  const apart = largestDifference(
    Float32Array.from(own.parameters),
    Float32Array.from(plain.parameters),
  );
  expect(apart).toBeLessThan(1e-4);
  const logitsOn = async (backend: BackendName) => {
    await startBackend(backend);
    const said = await networkLogits(own, question.table.find, aside, turnsOf());
    return Float32Array.from(said ?? [Number.NaN]);
  };
  const onSimd = await logitsOn('simd');
  expect(onSimd).toHaveLength(aside.length);
  expect(largestDifference(onSimd, await logitsOn('cpu'))).toBeLessThan(1e-5);
});

test('[T1] [T5] trainings on cpu say the same, and leave no tensor and no byte behind', async () => {
  const rows = question.labelled.subarray(0, 64);
  const first = await bodyOn('cpu', rows, 1);
  const before = memory();
  expect((await bodyOn('cpu', rows, 1)).parameters).toEqual(first.parameters);
  expect(memory().numTensors).toBe(before.numTensors);
  expect(memory().numBytes).toBe(before.numBytes);
});

test('[T5] a cancelled training leaves no tensor behind', async () => {
  const before = memory().numTensors;
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  const fitted = await fitOn('cpu', question.labelled, 20, controller.signal);
  expect(fitted).toEqual({ ok: false, refusal: { code: 'cancelled' } });
  expect(memory().numTensors).toBe(before);
});
