import { expect, test } from 'vitest';
import { splitSkipped } from './split-skipped.ts';

test('a row that is there already is not at fault', () => {
  const errors = [
    { row: 0, column: '', reason: 'already-there' },
    { row: 1, column: 'a', reason: 'bad-date' },
  ] as const;
  expect(splitSkipped(2, errors)).toEqual({ left: 1, faulty: 1 });
});

test('where not all reasons were kept nothing is claimed', () => {
  expect(splitSkipped(2000, [{ row: 0, column: '', reason: 'bad-date' }])).toBeUndefined();
});
