import { expect, test } from 'vitest';
import type { Article } from './conversation.ts';
import { findArticle } from './find-article.ts';

const article = (
  id: string,
  title: string,
  variants: string[],
  more: Partial<Article> = {},
): Article => ({
  id,
  createdAt: 0,
  updatedAt: 0,
  rev: 0,
  language: 'en',
  title,
  body: id,
  variants,
  published: true,
  ...more,
});
const articles = [
  article('moq', 'Minimum order', ['what is the smallest amount I can order']),
  article('returns', 'Returns and refunds', ['can I send goods back']),
  article('draft', 'Warranty', [], { published: false }),
  article('zh', '起订量', ['最少要订多少'], { language: 'zh' }),
];

test('the nearest published article of the language is found', () => {
  expect(findArticle(articles, 'What is the minimum order?', 'en')?.article.id).toBe('moq');
  expect(findArticle(articles, 'can I send the goods back please', 'en')?.article.id).toBe(
    'returns',
  );
  expect(findArticle(articles, '起订量是多少', 'zh')?.article.id).toBe('zh');
  expect(findArticle(articles, 'warranty', 'en')?.score).toBe(0);
  expect(findArticle([], 'warranty', 'en')).toBeUndefined();
});
