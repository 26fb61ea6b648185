import { expect, test } from 'vitest';
import { csvCell, writeErrorFile } from './write-error-file.ts';

test('a refused cell cannot become a formula in a spreadsheet', () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"');
  expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(csvCell('-12.5')).toBe('-12.5');
  expect(csvCell('+49 (40) 123-45')).toBe('+49 (40) 123-45');
});

test('refused rows stand in the file as they were read, with the reason in front', () => {
  const error = { row: 16, column: 'phone', reason: 'bad-record', value: 'abc' } as const;
  const text = writeErrorFile(
    ['name', 'phone'],
    [
      { ...error, cells: ['Acme, York', 'abc'] },
      { ...error, row: 17 },
    ],
    'Reason (Rapport)',
    ({ row }) => `row ${row + 1}: letters`,
  );
  expect(text).toBe('\uFEFFReason (Rapport),name,phone\r\nrow 17: letters,"Acme, York",abc\r\n');
});

test('a row with two faults stands there once with both reasons', () => {
  const cells = ['a', 'b'];
  const text = writeErrorFile(
    ['x', 'y'],
    [
      { row: 0, column: 'x', reason: 'bad-number', cells },
      { row: 0, column: 'y', reason: 'bad-date', cells },
    ],
    'why',
    ({ reason }) => reason,
  );
  expect(text).toContain('\r\n"bad-number; bad-date",a,b\r\n');
});
