import { expect, test } from 'vitest';
import { csvCell, writeErrorFile } from './write-error-file.ts';

test('a refused cell cannot become a formula in a spreadsheet', () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe('"\'=HYPERLINK(""http://x"")"');
  expect(csvCell('@SUM(A1)')).toBe("'@SUM(A1)");
  expect(csvCell('-12.5')).toBe('-12.5');
});

test('rows are numbered from one, the header not counted', () => {
  const text = writeErrorFile(
    [{ row: 16, column: 'phone', reason: 'bad-record', value: 'abc' }],
    ['row', 'column', 'value', 'reason'],
    () => 'letters, not digits',
  );
  expect(text).toBe('\uFEFFrow,column,value,reason\r\n17,phone,abc,"letters, not digits"\r\n');
});
