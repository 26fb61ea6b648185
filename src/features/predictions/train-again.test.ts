import { expect, test } from 'vitest';
import { trainWithout } from './train-again.ts';

test('a column that is left out stays out together with those left out before', () => {
  const left = [
    { column: 'id', why: 'identifier' as const },
    { column: 'fee', why: 'dropped' as const },
  ];
  const model = {
    kind: 'ensemble' as const,
    target: { field: 'bought', positive: 'yes' },
    recipe: { version: 1 as const, columns: [], left, width: 0 },
  };
  const input = trainWithout(model, 'duration', 5);
  expect(input.drop).toEqual(['fee', 'duration']);
  expect(input).toMatchObject({ target: model.target, mode: 'default', now: 5 });
});
