import { describe, expect, test } from 'vitest';
import { detectHeader, uniqueHeaders } from './detect-header.ts';
import { guessDelimiter, noDelimiter } from './guess-delimiter.ts';

describe('[I3] the first row', () => {
  test('names the columns when it holds words', () => {
    expect(
      detectHeader([
        ['name', 'age'],
        ['Anna', '31'],
      ]),
    ).toBe(true);
    expect(
      detectHeader([
        ['shop', '2023', '2024'],
        ['A', '1', '2'],
      ]),
    ).toBe(true);
  });

  test('is data when it holds numbers or dates, or its words come again', () => {
    expect(detectHeader([['1', '2', '3']])).toBe(false);
    expect(
      detectHeader([
        ['Anna', '31'],
        ['Ben', '40'],
      ]),
    ).toBe(false);
    expect(
      detectHeader([
        ['Anna', '2024-01-05'],
        ['Ben', '2024-01-06'],
      ]),
    ).toBe(false);
    expect(
      detectHeader([
        ['red', 'yes'],
        ['blue', 'no'],
        ['red', 'yes'],
        ['blue', 'yes'],
      ]),
    ).toBe(true);
    expect(
      detectHeader([
        ['red', 'yes'],
        ['red', 'no'],
        ['blue', 'yes'],
      ]),
    ).toBe(false);
  });

  test('names each column once, also empty, repeated and dangerous ones', () => {
    expect(uniqueHeaders(['a', '', 'a', 'a', ' '])).toEqual([
      'a',
      'Column 2',
      'a (2)',
      'a (3)',
      'Column 5',
    ]);
    expect(uniqueHeaders(['__proto__', 'constructor'])).toEqual([
      '__proto__ (2)',
      'constructor (2)',
    ]);
  });
});

describe('[I3] the delimiter', () => {
  test('is the one that parts most lines alike', () => {
    expect(guessDelimiter('a;b\n"1,5";2,5\n3,5;4')).toBe(';');
    expect(guessDelimiter('a\tb\n1\t2, 3\n')).toBe('\t');
    expect(guessDelimiter('a|b|c\n1|2|3\n')).toBe('|');
    expect(guessDelimiter('name\nAnna\n')).toBe(',');
  });

  test('is none in one column of sentences', () => {
    expect(guessDelimiter('text\nhello, you\ngood day\nyes, of course, no\n')).toBe(noDelimiter);
  });
});
