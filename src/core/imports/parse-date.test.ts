import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasShortYear, mayBeDate, parseDate } from './parse-date.ts';

const long =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const short = long.map((name) => name.slice(0, 3));

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
        expect(mayBeDate(iso)).toBe(true);
        expect(parseDate(`${d}.${m}.${y}`, 'dmy')).toBe(iso);
        expect(parseDate(`${m}/${d}/${y}`, 'mdy')).toBe(iso);
        expect(parseDate(`${Number(d)} ${short[Number(m) - 1]} ${y}`, 'ymd')).toBe(iso);
        expect(parseDate(`${d}-${short[Number(m) - 1]?.toUpperCase()}-${y}`, 'dmy')).toBe(iso);
        expect(parseDate(`${long[Number(m) - 1]} ${Number(d)}, ${y}`, 'mdy')).toBe(iso);
        expect(parseDate(`${y}年${Number(m)}月${Number(d)}日`, 'mdy')).toBe(iso);
      }),
    );
  });

  test('a year of two digits is of this century up to 49, of the last one from 50 on', () => {
    for (let year = 1950; year < 2050; year += 1) {
      const yy = String(year % 100).padStart(2, '0');
      expect(parseDate(`31/12/${yy}`, 'dmy')).toBe(`${year}-12-31`);
      expect(parseDate(`12/31/${yy}`, 'mdy')).toBe(`${year}-12-31`);
      expect(parseDate(`03-Jan-${yy}`, 'ymd')).toBe(`${year}-01-03`);
      expect(parseDate(`${yy}年1月3日`, 'ymd')).toBe(`${year}-01-03`);
    }
    expect(parseDate('29.2.23', 'dmy')).toBeUndefined();
    expect(parseDate('24-12-31', 'ymd')).toBeUndefined();
    expect(hasShortYear('3/1/24')).toBe(true);
    expect(hasShortYear('3/1/2024')).toBe(false);
  });

  test('months may have their names, in the ways letters and databases write them', () => {
    for (const text of [
      '3 Jan 2024',
      '3rd January 2024',
      '03-JAN-2024',
      '3. Jan. 2024',
      'Jan 3, 2024',
      'January 3rd 2024',
      '2024-Jan-03',
      '2024 年 1 月 3 日',
      '2024年01月03号',
    ]) {
      expect(parseDate(text, 'ymd')).toBe('2024-01-03');
      expect(mayBeDate(text)).toBe(true);
    }
    expect(parseDate('5 Sept 24 10:30', 'dmy')).toBe('2024-09-05T10:30:00');
    for (const text of ['Jan 2024', '3 January', '31 Apr 2024', 'Mai 3 2024', '3 Maybe 2024'])
      expect(parseDate(text, 'dmy')).toBeUndefined();
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
