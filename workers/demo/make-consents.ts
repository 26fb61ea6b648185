import type { Consent } from '#core/customers/consent.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayMs } from '#core/day-number.ts';

/** What a private person has answered; of a business only a refusal of profiling is kept. */
export const makeConsents = (customer: Customer): readonly Consent[] => {
  const at = customer.createdAt + dayMs;
  const base = { createdAt: at, updatedAt: at, rev: 0, customerId: customer.id, at };
  const isChinese = customer.address?.country === 'CN';
  const answer = (purpose: Consent['purpose'], isGiven: boolean, basis: string): Consent => ({
    ...base,
    id: `${customer.id}.k.${purpose}`,
    purpose,
    state: isGiven ? 'given' : 'denied',
    basis,
  });
  const asked = isChinese ? '当面询问' : 'asked in person';
  return [
    ...(customer.kind === 'person'
      ? [
          answer(
            'marketing',
            customer.custom.newsletter === true,
            isChinese ? '线上表单' : 'web form',
          ),
        ]
      : []),
    ...(customer.profiling === 'denied' ? [answer('profiling', false, asked)] : []),
    ...(customer.doNotContact ? [answer('contact', false, asked)] : []),
  ];
};
