import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, parseNumber, parsePercent, parseShare } from './parse-cell.ts';

describe('numbers', () => {
  test('any number a computer writes is read as the same number', () => {
    const fraction = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 });
    fc.assert(
      fc.property(fraction, (value) => {
        const text = String(value);
        const read = parseNumber(text, '.');
        if (read !== undefined) expect(read).toBe(value || 0);
        else expect(text).toMatch(/^-?\d{16,}$|^-?\de/u);
      }),
    );
  });

  test('thousands and decimals in both conventions', () => {
    expect(parseNumber('1,234.56', '.')).toBe(1234.56);
    expect(parseNumber('1.234,56', ',')).toBe(1234.56);
    expect(parseNumber('1,234.56', ',')).toBeUndefined();
    expect(parseNumber('200.000.000', ',')).toBe(200_000_000);
    expect(parseNumber('12,34', '.')).toBeUndefined();
  });

  test('thousands may be parted by blanks or apostrophes, a telephone number stays none', () => {
    for (const text of ['1\u00a0234,56', '1\u202f234,56', '1 234,56', "1'234,56"])
      expect(parseNumber(text, ',')).toBe(1234.56);
    expect(parseNumber("1'234'567.5", '.')).toBe(1_234_567.5);
    expect(parseNumber('555 123 456', '.')).toBeUndefined();
  });

  test('-0 is 0, and nothing is no number', () => {
    expect(Object.is(parseNumber('-0', '.'), 0)).toBe(true);
    expect(parseNumber(' ', '.')).toBeUndefined();
  });
});

test('an amount may carry its currency, a discount its percent sign', () => {
  for (const text of ['12.50', '€12.50', '$ 12.50', '12.50 EUR', '￥12.50', '12.50元', 'GBP 12.50'])
    expect(parseAmount(text, '.')).toBe(12.5);
  expect(parseAmount('-€3', '.')).toBe(-3);
  expect(parseAmount('($1,234.56)', '.')).toBe(-1234.56);
  expect(parseAmount('€ 1.234,56', ',')).toBe(1234.56);
  expect(parseAmount('¥-20', '.')).toBe(-20);
  expect(parseAmount('12万', '.')).toBe(120_000);
  expect(parseAmount('1.5亿元', '.')).toBe(150_000_000);
  expect(parseAmount('US$ 5', '.')).toBe(5);
  expect(parseAmount('free', '.')).toBeUndefined();
  expect(parseShare('15%', '.')).toBe(0.15);
  expect(parseShare('0,2', ',')).toBe(0.2);
  expect(parseShare('15', '.')).toBeUndefined();
});

test('a percentage is the number before its sign, never divided', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), (cents) => {
      const text = (cents / 100).toFixed(2).replace(/^-0\.00$/u, '0.00');
      expect(parsePercent(`${text}%`, '.')).toBe(Number(text));
      expect(parsePercent(`${text.replace('.', ',')} %`, ',')).toBe(Number(text));
    }),
  );
  expect(parsePercent('12.5', '.')).toBeUndefined();
  expect(parsePercent('%', '.')).toBeUndefined();
  expect(parsePercent('５%', '.')).toBeUndefined();
});
