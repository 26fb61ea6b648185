import { expect, test } from 'vitest';
import type { LearnColumn, OrderQuestions } from '#contracts/learn.ts';
import { en } from '#i18n/en.ts';
import { askedQuestion, listQuestions, type Offered } from './asked-question.ts';
import { someThing } from './order-choices.ts';

const answers = (rows: number, positives: number): OrderQuestions['answers'] => [
  { target: { kind: 'buys', withinDays: 30 }, rows, positives },
  { target: { kind: 'buys', withinDays: 60 }, rows, positives },
  { target: { kind: 'lost' }, rows: 20, positives: 3 },
];
const bought: LearnColumn = {
  name: 'bought',
  type: 'yesno',
  distinct: 2,
  missing: 0,
  values: [
    { value: 'yes', count: 100 },
    { value: 'no', count: 300 },
  ],
};
const offered = (rows: number): Offered => ({
  targets: [bought],
  orders: {
    answers: answers(rows, rows / 2),
    categories: ['Tea'],
    products: [{ id: 'p1', name: 'Sencha' }],
  },
  rows: 400,
});
const same = (name: string) => name;
const ask = (rows: number, question: string, thing?: string) =>
  askedQuestion(offered(rows), { question, thing, days: 60 }, same, en);

test('questions of orders are offered where they were answered often enough, columns beside them', () => {
  const idsOf = (rows: number) => listQuestions(offered(rows), same, en).map(({ id }) => id);
  expect(idsOf(400)).toEqual(['buys within 60 days', 'buys within 30 days', someThing, 'bought']);
  expect(idsOf(100)).toEqual(['bought']);
});

test('the usual question comes first, and what was asked before comes before it', () => {
  expect(ask(400, '')).toMatchObject({ target: { kind: 'buys', withinDays: 60 } });
  expect(ask(400, 'bought')).toMatchObject({ target: { field: 'bought', positive: 'yes' } });
  expect(ask(100, '')).toMatchObject({ target: { field: 'bought', positive: 'yes' } });
});

test('a category or a product is asked for by its name', () => {
  expect(ask(400, someThing)).toMatchObject({
    target: { kind: 'buys', withinDays: 60, category: 'Tea' },
    sentence: 'Which customers are likely to buy Tea within 60 days?',
  });
  expect(ask(400, someThing, 'p:p1')).toMatchObject({
    target: { kind: 'buys', withinDays: 60, productId: 'p1' },
    subject: 'Buys Sencha within 60 days',
  });
});
