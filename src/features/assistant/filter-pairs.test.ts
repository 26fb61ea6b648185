import { expect, test } from 'vitest';
import type { DialoguePair } from '#core/assistant/conversation.ts';
import { filterPairs, inOrder } from './filter-pairs.ts';

const pair = (id: string, part: Partial<DialoguePair> = {}): DialoguePair => ({
  id,
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  language: 'en',
  pattern: 'hello',
  answers: ['Hi!'],
  order: 1,
  enabled: true,
  ...part,
});

test('pairs stand in the order they are tried, without those in the trash', () => {
  const pairs = [pair('b', { order: 2 }), pair('a', { order: -1 }), pair('c', { deletedAt: 5 })];
  expect(inOrder(pairs).map(({ id }) => id)).toEqual(['a', 'b']);
});

test('a search finds patterns and answers, in capitals or not', () => {
  const pairs = [pair('a', { answers: ['Open until six'] }), pair('b', { pattern: 'OPEN.*' })];
  expect(filterPairs(pairs, 'open', 'all').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(filterPairs(pairs, 'six', 'all').map(({ id }) => id)).toEqual(['a']);
});

test('pairs of one language can be looked at alone', () => {
  const pairs = [pair('a'), pair('b', { language: 'zh', pattern: '你好' })];
  expect(filterPairs(pairs, '', 'zh').map(({ id }) => id)).toEqual(['b']);
});
