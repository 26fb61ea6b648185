import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openSafeCell, safeCell } from './safe-cell.ts';

test('what a spreadsheet would run is quoted, numbers and phones are not', () => {
  expect(safeCell('=HYPERLINK("x")')).toBe('\'=HYPERLINK("x")');
  expect(safeCell('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(safeCell('-12.5')).toBe('-12.5');
  expect(safeCell('+49 30 23125 808')).toBe('+49 30 23125 808');
  expect(safeCell('+1+cmd|A0')).toBe("'+1+cmd|A0");
  expect(safeCell('Bäckerei')).toBe('Bäckerei');
});

test('whatever was written comes back, also names that begin with an apostrophe', () => {
  const near = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', 'a', '1', '\t', ' ') });
  fc.assert(fc.property(near, (text) => openSafeCell(safeCell(text)) === text));
  fc.assert(fc.property(fc.string(), (text) => openSafeCell(safeCell(text)) === text));
});

test('nothing that is written starts as a formula', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const cell = safeCell(text);
      if (/^[=@\t\r]/u.test(text)) expect(cell.startsWith("'")).toBe(true);
    }),
  );
});
