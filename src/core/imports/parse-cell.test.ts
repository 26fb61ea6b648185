import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, parseDate, parseNumber, parseShare } from './parse-cell.ts';

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

describe('dates', () => {
  test('every day of four centuries is read back in every order', () => {
    const day = fc.date({
      min: new Date('1800-01-01T00:00:00Z'),
      max: new Date('2199-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, m, d] = iso.split('-');
        expect(parseDate(iso, 'dmy')).toBe(iso);
        expect(parseDate(`${d}.${m}.${y}`, 'dmy')).toBe(iso);
        expect(parseDate(`${m}/${d}/${y}`, 'mdy')).toBe(iso);
        expect(parseDate(`${y}年${Number(m)}月${Number(d)}日`, 'mdy')).toBe(iso);
      }),
    );
  });

  test('a time of day is kept, an afternoon too', () => {
    expect(parseDate('2010-12-01 08:26:00', 'ymd')).toBe('2010-12-01T08:26:00');
    expect(parseDate('12/1/2010 1:05 PM', 'mdy')).toBe('2010-12-01T13:05:00');
    expect(parseDate('12/1/2010 12:05 am', 'mdy')).toBe('2010-12-01T00:05:00');
    expect(parseDate('07/15/2009 02:14:45+0800', 'mdy')).toBe('2009-07-15T02:14:45');
  });

  test('what is no day is no date', () => {
    for (const text of [
      '2023-02-29',
      '31/04/2020',
      '2020-13-01',
      '12.30',
      '1-2',
      'May',
      '2020-01-01 25:00',
    ])
      expect(parseDate(text, 'dmy')).toBeUndefined();
  });
});
