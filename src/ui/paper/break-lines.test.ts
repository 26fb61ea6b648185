import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

/** A wide character takes two, all others one. */
const within = (width: number) => (text: string) =>
  [...text].reduce((sum, char) => sum + (char > '\u2e80' ? 2 : 1), 0) <= width;

test('English breaks at spaces, Chinese between characters', () => {
  expect(breakLines('Green tea, loose leaf', within(11))).toEqual(['Green tea,', 'loose leaf']);
  expect(breakLines('绿茶散装特级礼盒', within(8))).toEqual(['绿茶散装', '特级礼盒']);
  expect(breakLines('有机绿茶 250g', within(8))).toEqual(['有机绿茶', '250g']);
});

test('a comma never begins a line of Chinese', () => {
  expect(breakLines('请周五送货，谢谢', within(10))).toEqual(['请周五送', '货，谢谢']);
});

test('a word longer than a line is broken, and a line feed is kept', () => {
  expect(breakLines('4006381333931', within(5))).toEqual(['40063', '81333', '931']);
  expect(breakLines('a\n\nb', within(5))).toEqual(['a', '', 'b']);
});

test('nothing but spaces at the end of lines is lost, and every line fits', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', '茶', '，', ' ', '1'), maxLength: 60 });
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 20 }), (all, width) => {
      const lines = breakLines(all, within(width));
      expect(lines.join('').replace(/ /gu, '')).toBe(all.replace(/ /gu, ''));
      for (const line of lines) expect(within(width)(line)).toBe(true);
    }),
  );
});
