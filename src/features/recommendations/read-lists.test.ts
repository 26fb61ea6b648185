import { expect, test } from 'vitest';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { chooseLists } from './read-lists.ts';

const lost = (id: string, answer?: 'used' | 'kept' | 'waits') =>
  ({
    id,
    fromOrders: { target: { kind: 'lost' } },
    ...(answer !== undefined && {
      against: { modelId: 'a', ...(answer !== 'waits' && { answer }) },
    }),
  }) as ModelVersion;

test('a candidate makes no list until it is put in use', () => {
  const buys = {
    id: 'b',
    fromOrders: { target: { kind: 'buys', withinDays: 60 } },
  } as ModelVersion;
  const idsOf = (newest: ModelVersion, active: string) =>
    chooseLists([newest, lost('a'), buys], active).map(({ model }) => model.id);
  expect(idsOf(lost('c', 'waits'), 'b')).toEqual(['a', 'b']);
  expect(idsOf(lost('c', 'kept'), 'b')).toEqual(['a', 'b']);
  expect(idsOf(lost('c', 'used'), 'b')).toEqual(['c', 'b']);
  expect(idsOf(lost('c', 'kept'), 'c')).toEqual(['c', 'b']);
});
