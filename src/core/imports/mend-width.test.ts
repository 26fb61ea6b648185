import { expect, test } from 'vitest';
import { mendWidth } from './mend-width.ts';

test('an address with a comma that nobody quoted is one cell again', () => {
  expect(mendWidth(['7', 'Rua do Paço', ' 67', 'Rio'], 3, ',')).toEqual([
    '7',
    'Rua do Paço, 67',
    'Rio',
  ]);
  expect(mendWidth(['a', ' b', ' c', 'd'], 2, ',')).toEqual(['a, b, c', 'd']);
});

test('where it might be meant otherwise the row stays as it is, to be named', () => {
  expect(mendWidth(['a', 'b', 'c', 'd'], 3, ',')).toBeUndefined();
  expect(mendWidth(['a', ' b', ' c', 'd'], 3, ',')).toBeUndefined();
  expect(mendWidth([' a', 'b', 'c', 'd'], 3, ',')).toBeUndefined();
  expect(mendWidth(['a', ' b'], 2, ',')).toBeUndefined();
});
