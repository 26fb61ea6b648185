import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTraits, isSamePhone, likelyScore, traitsOf } from './likeness.ts';
import { coreName, countTypos, isSimilarName } from './similar-names.ts';

const score = (a: Parameters<typeof traitsOf>[0], b: Parameters<typeof traitsOf>[0]) =>
  compareTraits(traitsOf(a), traitsOf(b));
const berlin = { city: 'Berlin' };

describe('two customers look alike', () => {
  test('when they share an e-mail or a phone number, however it is written', () => {
    expect(score({ emails: ['A@b.de '] }, { emails: ['a@B.de'] }).reasons).toEqual(['email']);
    const phones = score({ phones: ['+49 (30) 1234567'] }, { phones: ['030 123 45 67'] });
    expect(phones.reasons).toEqual(['phone']);
    expect(phones.score).toBeGreaterThan(likelyScore);
  });

  test('when the same name stands in the same town, with or without its legal form', () => {
    const found = score(
      { name: 'River Trading Co., Ltd.', address: berlin },
      { name: 'trading RIVER', address: { city: 'BERLIN' } },
    );
    expect(found.reasons).toEqual(['name-city']);
    const chinese = score({ name: '北京华联有限公司' }, { name: '北京华联' });
    expect(chinese).toEqual({ score: 0.6, reasons: ['name'] });
  });

  test('when a name differs by a slip in the same town, but not when a number in it differs', () => {
    const typo = score(
      { name: 'Riverside Foods', address: berlin },
      { name: 'Rivrside Foods', address: berlin },
    );
    expect(typo.reasons).toEqual(['similar-name']);
    expect(
      score({ name: 'Market 12', address: berlin }, { name: 'Market 13', address: berlin }).score,
    ).toBe(0);
  });

  test('not when the same name stands in two towns', () => {
    expect(
      score(
        { name: 'Riverside', address: berlin },
        { name: 'Riverside', address: { city: 'Bonn' } },
      ).score,
    ).toBe(0);
  });

  test('not when the same name has another number and another address', () => {
    const one = {
      name: '王伟',
      address: { city: '北京' },
      phones: ['13800000001'],
      emails: ['a@x.cn'],
    };
    const two = { ...one, phones: ['13900000002'], emails: ['b@x.cn'] };
    expect(score(one, two).score).toBeLessThan(likelyScore);
  });
});

test('short numbers are no number', () => {
  expect(isSamePhone('12345', '12345')).toBe(false);
  expect(isSamePhone('0049301234567', '301234567')).toBe(true);
});

test('one slip of any kind in a name of five letters is found, two are not', () => {
  const letters = fc.string({ minLength: 5, maxLength: 9, unit: fc.constantFrom(...'abcdef') });
  fc.assert(
    fc.property(letters, fc.nat(), fc.constantFrom('g', 'h'), (name, place, letter) => {
      const at = place % name.length;
      const changed = name.slice(0, at) + letter + name.slice(at + 1);
      expect(countTypos(name, changed, 2)).toBe(1);
      expect(isSimilarName(name, changed)).toBe(true);
      expect(isSimilarName(name, `${changed}${letter}${letter}`)).toBe(false);
    }),
  );
});

test('a name that is nothing but a legal form keeps it', () => {
  expect(coreName('The Company')).toBe('companythe');
  expect(coreName('公司')).toBe('公司');
});
