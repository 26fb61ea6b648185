import { enCount } from '#i18n/plural.ts';

/** Why a customer has the score it has: what the model sees in it, never what causes what. */
export const reasons = {
  why: 'Why?',
  hide: 'Hide the reasons',
  up: 'Lifts the score',
  down: 'Lowers the score',
  none: 'Nothing stands out compared with your other customers.',
  note: (customers: number) =>
    `Compared with ${enCount(customers)} of your other customers, of every score. It shows what goes together in your records, not what leads to what.`,
  changed: (score: string) =>
    `The values have changed since everybody was scored: with today’s the score is ${score}.`,
  higher: (tenths: number) => `more than ${enCount(tenths)} of 10 customers`,
  lower: (tenths: number) => `less than ${enCount(tenths)} of 10 customers`,
  later: (tenths: number) => `later than ${enCount(tenths)} of 10 customers`,
  earlier: (tenths: number) => `earlier than ${enCount(tenths)} of 10 customers`,
  likeMost: 'as usual among your customers',
  usual: (value: string) => `usual: ${value}`,
  shared: (share: string) => `the same for ${share} of your customers`,
  rare: 'hardly any other customer has this',
  mostOften: (value: string) => `most often: ${value}`,
  missing: (share: string) => `not filled in, as for ${share} of your customers`,
  whatIf: 'Try other values',
  whatIfHint:
    'What the model would say of a customer with these values. Nothing is saved, and changing a customer’s value need not change what happens.',
  withThese: 'With these values',
  fromTo: (before: string) => `instead of ${before}`,
  unchanged: 'as it is now',
  reset: 'Back to the real values',
};
