import type { Consent } from './consent.ts';
import type { Customer } from './customer.ts';

export const consentPurposes = ['contact', 'profiling', 'marketing'] as const;
export const consentStates = ['given', 'denied', 'withdrawn'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** What a customer said last of each purpose; nothing where they were never asked. */
export const latestConsents = (
  consents: readonly Consent[],
): Readonly<Partial<Record<ConsentPurpose, Consent>>> => {
  const latest: Partial<Record<ConsentPurpose, Consent>> = {};
  for (const consent of consents) {
    const before = latest[consent.purpose];
    const isNewer =
      before === undefined ||
      consent.at > before.at ||
      (consent.at === before.at && consent.createdAt > before.createdAt);
    if (isNewer) latest[consent.purpose] = consent;
  }
  return latest;
};

/**
 * The customer as a consent makes it: no contact without consent to contact, no score, segment or
 * recommendation without consent to profiling. Marketing is written down only.
 */
export const withConsent = (
  customer: Customer,
  { purpose, state }: Pick<Consent, 'purpose' | 'state'>,
): Customer => {
  const isGiven = state === 'given';
  if (purpose === 'contact') return { ...customer, doNotContact: !isGiven };
  if (purpose === 'profiling') return { ...customer, profiling: isGiven ? 'allowed' : 'denied' };
  return customer;
};
