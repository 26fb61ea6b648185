import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumber, writeNumber } from './read-number.ts';

test('a number is understood with a comma or a point, and with either for thousands', () => {
  expect(readNumber('1,5')).toBe(1.5);
  expect(readNumber('1.234,50')).toBe(1234.5);
  expect(readNumber('1,234.50')).toBe(1234.5);
  expect(readNumber('1 234 567')).toBe(1_234_567);
  expect(readNumber('1.234.567')).toBe(1_234_567);
  expect(readNumber('１２.５')).toBe(12.5);
  expect(readNumber('-3')).toBe(-3);
  expect(readNumber('.5')).toBe(0.5);
});

test('what is no number is none', () => {
  for (const text of ['', '-', ',', 'twelve', '1e5', '1,2.3,4', '12 %'])
    expect(readNumber(text), text).toBeUndefined();
});

test('a number written into a field is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 0, max: 4 }),
      (n, digits) => {
        const value = n / 10 ** digits;
        expect(readNumber(writeNumber(value))).toBe(value || 0);
      },
    ),
  );
});
