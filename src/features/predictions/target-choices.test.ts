import { expect, test } from 'vitest';
import type { LearnColumn } from '#contracts/learn.ts';
import { countUsable, likelyAnswer, listTargets, whyLeft } from './target-choices.ts';

const column = (name: string, part: Partial<LearnColumn> = {}): LearnColumn => ({
  name,
  type: 'choice',
  distinct: 2,
  missing: 0,
  values: [
    { value: 'no', count: 60 },
    { value: 'yes', count: 940 },
  ],
  ...part,
});

test('questions with two answers come first, and a column of amounts is no question', () => {
  const job = column('job', { distinct: 8 });
  const age = column('age', { type: 'number', distinct: 70 });
  const bought = column('bought', { type: 'yesno' });
  expect(listTargets([job, age, bought]).map(({ name }) => name)).toEqual(['bought', 'job']);
});

test('the answer looked for is yes, even when no is rarer', () => {
  expect(likelyAnswer(column('bought'))).toBe('yes');
});

test('too few of the rarer answer is said before anybody waits for a training', () => {
  const bought = column('bought', {
    values: [
      { value: 'yes', count: 12 },
      { value: 'no', count: 988 },
    ],
  });
  expect(countUsable(1000, bought, 'yes').trouble).toEqual({
    kind: 'few-positives',
    count: 12,
    needed: 50,
  });
});

test('a protected trait and the question itself are not learned from', () => {
  expect(whyLeft(column('gender'), 'bought', 1000)).toBe('protected');
  expect(whyLeft(column('bought'), 'bought', 1000)).toBe('target');
  expect(whyLeft(column('job'), 'bought', 1000)).toBeUndefined();
});
