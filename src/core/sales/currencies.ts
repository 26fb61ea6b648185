/** The currencies most traded (ISO 4217), for a choice; a file's own currency always counts first. */
export const tradedCurrencies: readonly string[] = [
  'EUR',
  'USD',
  'GBP',
  'CNY',
  'JPY',
  'CHF',
  'HKD',
  'TWD',
  'SGD',
  'AUD',
  'CAD',
];
