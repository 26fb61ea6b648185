import { expect, test } from 'vitest';
import {
  activityOf,
  emptyLogDraft,
  isWorthKeeping,
  lifecycleAfter,
  nextTaskOf,
} from './log-draft.ts';

const empty = emptyLogDraft('a1', 'c1');

test('a lead that orders is active, an active one that shows interest stays active', () => {
  expect(lifecycleAfter('lead', 'order')).toBe('active');
  expect(lifecycleAfter('lost', 'order')).toBe('active');
  expect(lifecycleAfter('lead', 'interested')).toBe('prospect');
  expect(lifecycleAfter('active', 'interested')).toBe('active');
  expect(lifecycleAfter('active', 'lost')).toBe('lost');
  expect(lifecycleAfter('prospect', undefined)).toBe('prospect');
});

test('a form nobody touched is not worth keeping, one with a word in it is', () => {
  expect(isWorthKeeping(empty)).toBe(false);
  expect(isWorthKeeping({ ...empty, text: 'She' })).toBe(true);
  expect(isWorthKeeping({ ...empty, outcome: 'order' })).toBe(true);
});

test('a visit takes place now unless another time was given, and says its next step', () => {
  const next = { type: 'call', title: ' Call about the price ', dueAt: 99 } as const;
  const draft = { ...empty, outcome: 'followup', text: ' Wants a price. ', next } as const;
  expect(activityOf(draft, 50)).toMatchObject({
    id: 'a1',
    customerId: 'c1',
    type: 'visit',
    startAt: 50,
    outcome: 'followup',
    text: 'Wants a price.',
    nextStep: 'Call about the price',
  });
  expect(activityOf({ ...draft, startAt: 7 }, 50).startAt).toBe(7);
  expect(nextTaskOf(draft, 't1', 50)).toMatchObject({
    title: 'Call about the price',
    type: 'call',
    dueAt: 99,
    status: 'open',
  });
  expect(nextTaskOf(empty, 't1', 50)).toBeUndefined();
});
