import { expect, test } from 'vitest';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { undoLast } from '#db/undo.ts';
import { acceptSuggestion, dismissSuggestion } from './answer-suggestion.ts';
import { chooseLists } from './read-lists.ts';

const suggestion = {
  customerId: 'c1',
  modelId: 'm1',
  list: 'at-risk',
  probability: 0.7,
  reason: 'Days since the last order: 74 · usual: 21',
} as const;

test('a suggestion taken up is a task and remembered; one step of undo takes both back', async () => {
  const db = await openTestDatabase();
  await acceptSuggestion(db, suggestion, 'Visit: may stop buying', 5);
  const [task] = await listRecords(db, 'tasks');
  const [record] = await listRecords(db, 'recommendations');
  expect(task).toMatchObject({ customerId: 'c1', type: 'visit', status: 'open' });
  expect(record).toMatchObject({ ...suggestion, status: 'accepted', taskId: task?.id });
  await undoLast(db, 6);
  expect(await listRecords(db, 'tasks')).toEqual([]);
  expect(await listRecords(db, 'recommendations')).toEqual([]);
});

test('a dismissed one keeps the why and what was said of it', async () => {
  const db = await openTestDatabase();
  await dismissSuggestion(db, suggestion, { why: 'no-need', note: ' in spring ' }, 5);
  const [record] = await listRecords(db, 'recommendations');
  expect(record).toMatchObject({ status: 'dismissed', why: 'no-need', feedback: 'in spring' });
  expect(await listRecords(db, 'tasks')).toEqual([]);
});

const modelOf = (id: string, target?: NonNullable<ModelVersion['fromOrders']>['target']) =>
  ({
    id,
    ...(target && { fromOrders: { target, asOf: 1, learnedFrom: [], measuredOn: 0 } }),
  }) as unknown as ModelVersion;

test('both lists stand side by side while a model of each is kept', () => {
  const column = modelOf('column');
  const buys = modelOf('buys', { kind: 'buys', withinDays: 60 });
  const lost = modelOf('lost', { kind: 'lost' });
  const ids = (models: readonly ModelVersion[], active?: string) =>
    chooseLists(models, active).map(({ kind, model }) => `${kind} ${model.id}`);
  expect(ids([lost, buys, column], 'lost')).toEqual(['at-risk lost', 'likely buys']);
  expect(ids([buys, lost, column], 'column')).toEqual(['at-risk lost', 'likely column']);
  expect(ids([column], undefined)).toEqual([]);
  expect(ids([column], 'column')).toEqual(['likely column']);
});
