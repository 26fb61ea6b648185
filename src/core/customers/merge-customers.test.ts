import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Customer } from './customer.ts';
import { differingFields, mergeCustomers, unmergeCustomer } from './merge-customers.ts';

const customer = (id: string, fields: Partial<Customer> = {}): Customer => ({
  id,
  createdAt: 5,
  updatedAt: 5,
  rev: 3,
  kind: 'business',
  lifecycle: 'active',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
  custom: {},
  ...fields,
});

describe('two customers are merged', () => {
  const winner = customer('w', {
    name: 'River',
    phones: ['1'],
    emails: ['a@x'],
    custom: { size: 3 },
  });
  const loser = customer('l', {
    name: 'River Ltd',
    altName: '河',
    phones: ['2', '1'],
    emails: ['A@x'],
    tags: ['vip'],
    createdAt: 2,
    custom: { size: 4, since: '2020' },
  });

  test('the chosen values are kept, what only one knows is kept too, lists are joined', () => {
    const merged = mergeCustomers(winner, loser, { name: 'loser', 'custom:size': 'loser' });
    expect(merged).toMatchObject({
      id: 'w',
      rev: 3,
      name: 'River Ltd',
      altName: '河',
      phones: ['1', '2'],
      emails: ['a@x'],
      tags: ['vip'],
      createdAt: 2,
      custom: { size: 4, since: '2020' },
    });
  });

  test('only what differs is asked', () => {
    expect(differingFields(winner, loser)).toEqual(['name', 'custom:size']);
  });

  test('who did not want to be contacted or profiled is not because of a merge', () => {
    const shy = { ...loser, doNotContact: true, profiling: 'denied' as const };
    expect(mergeCustomers(winner, shy)).toMatchObject({ doNotContact: true, profiling: 'denied' });
  });
});

const texts = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
const anyCustomer = (id: string) =>
  fc
    .record(
      {
        name: fc.constantFrom('x', 'y'),
        industry: fc.constantFrom('x', 'y'),
        class: fc.constantFrom('A' as const, 'B' as const),
        phones: texts,
        emails: texts,
        tags: texts,
        custom: fc.dictionary(fc.constantFrom('p', 'q'), fc.constantFrom(1, 2)),
      },
      { requiredKeys: ['phones', 'emails', 'tags', 'custom'] },
    )
    .map((fields) => customer(id, fields as Partial<Customer>));
const anySide = fc.constantFrom('winner' as const, 'loser' as const);
const anyChoices = fc.record(
  { name: anySide, industry: anySide, 'custom:p': anySide },
  { requiredKeys: [] },
);

test('a merge taken apart at once leaves the winner as it was', () => {
  fc.assert(
    fc.property(anyCustomer('w'), anyCustomer('l'), anyChoices, (winner, loser, choices) => {
      const merged = mergeCustomers(winner, loser, choices);
      expect(unmergeCustomer(merged, winner, merged)).toEqual(winner);
    }),
  );
});

test('what was edited after the merge stays when it is taken apart', () => {
  const winner = customer('w', { name: 'River', phones: ['1'] });
  const loser = customer('l', { name: 'Stream', industry: 'food', phones: ['2'] });
  const merged = mergeCustomers(winner, loser, { name: 'loser' });
  const edited = { ...merged, name: 'Brook', phones: ['1', '2', '3'], custom: { new: 1 } };
  const apart = unmergeCustomer(edited, winner, merged);
  expect(apart).toMatchObject({ name: 'Brook', phones: ['1', '3'], custom: { new: 1 } });
  expect(apart.industry).toBeUndefined();
});
