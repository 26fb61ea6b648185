import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTaskWords } from './read-task-words.ts';

/** A Thursday. */
const today = '2026-11-26';
const read = (text: string) => readTaskWords(text, today);

test('a day and a time named in English are taken out of the title', () => {
  expect(read('Call Anna tomorrow 10:00')).toEqual({
    title: 'Call Anna',
    day: '2026-11-27',
    minutes: 600,
  });
  expect(read('send offer in 3 days')).toEqual({ title: 'send offer', day: '2026-11-29' });
  expect(read('Stock check on Monday')).toEqual({ title: 'Stock check', day: '2026-11-30' });
  expect(read('Visit thursday')).toEqual({ title: 'Visit', day: '2026-12-03' });
  expect(read('Renew contract 2027-02-28')).toEqual({ title: 'Renew contract', day: '2027-02-28' });
});

test('and in Chinese', () => {
  expect(read('明天下午3点给王总打电话')).toEqual({
    title: '给王总打电话',
    day: '2026-11-27',
    minutes: 900,
  });
  expect(read('下周一拜访云禾')).toEqual({ title: '拜访云禾', day: '2026-11-30' });
  expect(read('周五送样品')).toEqual({ title: '送样品', day: '2026-11-27' });
  expect(read('两天后报价')).toEqual({ title: '报价', day: '2026-11-28' });
});

test('without a day there is none, a time alone is today, and what is no day stays in the title', () => {
  expect(read('Order samples')).toEqual({ title: 'Order samples' });
  expect(read('Call back 16:30')).toEqual({ title: 'Call back', day: today, minutes: 990 });
  expect(read('Renew 2027-02-30')).toEqual({ title: 'Renew 2027-02-30' });
  expect(read('Monthly sunshine report')).toEqual({ title: 'Monthly sunshine report' });
  expect(read('tomorrow')).toEqual({ title: 'tomorrow' });
});

test('whatever is typed, a title is left and a day is a day', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const { title, day } = read(text);
      expect(title.length > 0 || text.trim() === '').toBe(true);
      if (day !== undefined) expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    }),
  );
});
