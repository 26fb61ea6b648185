import { expect, test } from 'vitest';
import { draftOf, fieldsOf, lacking } from './pair-fields.ts';

const pair = {
  id: 'p1',
  createdAt: 0,
  updatedAt: 0,
  rev: 3,
  language: 'en',
  pattern: 'hi|hello',
  answers: ['Hello!', 'Good day!'],
  order: 7,
  enabled: false,
} as const;

test('a pair goes into the form and comes out as it was, with the revision it was read at', () => {
  const read = { ...pair, answers: [...pair.answers] };
  expect(draftOf(fieldsOf(read, 'zh'), read)).toEqual({
    id: 'p1',
    rev: 3,
    order: 7,
    language: 'en',
    pattern: 'hi|hello',
    answers: ['Hello!', 'Good day!'],
    enabled: false,
  });
});

test('empty lines are no answers', () => {
  const fields = { ...fieldsOf(undefined, 'en'), pattern: 'hi', answers: ' \nHello \n\n' };
  expect(draftOf(fields, undefined).answers).toEqual(['Hello']);
  expect(lacking({ ...fields, answers: ' \n ' })).toEqual({ pattern: false, answers: true });
});
