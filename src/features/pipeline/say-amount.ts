import type { CurrencySum } from '#core/sales/forecast-deals.ts';
import type { Format } from '#i18n/make-format.ts';

/** Sums of several currencies beside each other, short: €1.2M · CN¥3.4K. '' when there is none. */
export const saySums = (sums: readonly CurrencySum[], format: Format): string =>
  sums.map(({ amountMinor, currency }) => format.moneyCompact(amountMinor, currency)).join(' · ');
