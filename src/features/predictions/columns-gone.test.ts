import { expect, test } from 'vitest';
import { columnsGone } from './columns-gone.ts';

const number = (name: string) => ({
  kind: 'number' as const,
  name,
  median: 0,
  mean: 0,
  deviation: 1,
  hasMissing: false,
});

test('a column that was deleted since the training is named by the name it had', () => {
  const recipe = {
    version: 1 as const,
    columns: ['age', 'visits', 'city', 'fee'].map(number),
    left: [],
    width: 4,
  };
  const fields = [
    { key: 'age', label: 'Years' },
    { key: 'visits', label: 'Visits a month', deletedAt: 1 },
  ];
  expect(columnsGone({ recipe }, fields)).toEqual(['Visits a month', 'fee']);
  expect(columnsGone(undefined, fields)).toEqual([]);
});
