import { expect, test } from 'vitest';
import { en } from '#i18n/en.ts';
import { makeFormat } from '#i18n/make-format.ts';
import { chanceOf, sayEffect, sayEffectValue } from './say-effect.ts';

const format = makeFormat('en');

test('an effect is told beside the usual', () => {
  expect(chanceOf(0, 0.2)).toBeCloseTo(0.2, 9);
  expect(chanceOf(Math.log(2), 0.5)).toBeCloseTo(2 / 3, 9);
  expect(sayEffect(0.04, en)).toBe('as usual');
  expect(sayEffect(0.3, en)).toBe('likelier than usual');
  expect(sayEffect(-0.3, en)).toBe('less likely than usual');
});

test('values are told as they are elsewhere', () => {
  expect(sayEffectValue({ value: null }, 'levels', en, format)).toBe('not filled in');
  expect(sayEffectValue({ value: '2024-03-01' }, 'curve', en, format)).toBe(
    format.day('2024-03-01'),
  );
  expect(sayEffectValue({ value: '2024-03-01' }, 'levels', en, format)).toBe('2024-03-01');
  expect(sayEffectValue({ value: 1200 }, 'curve', en, format)).toBe('1,200');
});
