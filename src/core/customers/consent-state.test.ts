import { expect, test } from 'vitest';
import type { Consent } from './consent.ts';
import { latestConsents, withConsent } from './consent-state.ts';
import type { Customer } from './customer.ts';

const consent = (at: number, part: Partial<Consent>): Consent => ({
  id: `n${at}`,
  createdAt: at,
  updatedAt: at,
  rev: 1,
  customerId: 'c',
  purpose: 'profiling',
  state: 'given',
  basis: 'by phone',
  at,
  ...part,
});

const ada: Customer = {
  id: 'c',
  createdAt: 1,
  updatedAt: 1,
  rev: 1,
  kind: 'person',
  lifecycle: 'active',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
  custom: {},
};

test('what was said last counts, whatever the order of the rows', () => {
  const latest = latestConsents([consent(9, { state: 'withdrawn' }), consent(3, {})]);
  expect(latest.profiling?.state).toBe('withdrawn');
  expect(latest.contact).toBeUndefined();
});

test('who withdraws from profiling is scored no more, who allows it again is', () => {
  const denied = withConsent(ada, { purpose: 'profiling', state: 'withdrawn' });
  expect(denied.profiling).toBe('denied');
  expect(withConsent(denied, { purpose: 'profiling', state: 'given' }).profiling).toBe('allowed');
});

test('who denies contact is not to be contacted; marketing changes nothing else', () => {
  expect(withConsent(ada, { purpose: 'contact', state: 'denied' }).doNotContact).toBe(true);
  expect(withConsent(ada, { purpose: 'marketing', state: 'denied' })).toBe(ada);
});
