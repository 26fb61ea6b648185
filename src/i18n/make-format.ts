import type { Language } from '#core/assistant/conversation.ts';
import { dayMs } from '#core/day-number.ts';
import { roundProbability } from './round-probability.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

const moneyOf = (locale: string) => {
  const known = new Map<string, Intl.NumberFormat>();
  const of = (currency: string, notation: 'standard' | 'compact') => {
    const key = `${currency}/${notation}`;
    const format =
      known.get(key) ??
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        notation,
        ...(notation === 'compact' ? { maximumFractionDigits: 1 } : {}),
      });
    known.set(key, format);
    return format;
  };
  // Minor units per major one differ by currency: yen has none, the dinar a thousand.
  const major = (amountMinor: number, format: Intl.NumberFormat) =>
    amountMinor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  return {
    full: (amountMinor: number, currency: string) => {
      const format = of(currency, 'standard');
      return format.format(major(amountMinor, format));
    },
    /** Decimals beyond the currency's stay: a price of 3.335 is not 3.34. */
    price: (price: number, currency: string) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: 6,
        minimumFractionDigits:
          of(currency, 'standard').resolvedOptions().minimumFractionDigits ?? 2,
      }).format(price),
    compact: (amountMinor: number, currency: string) =>
      of(currency, 'compact').format(major(amountMinor, of(currency, 'standard'))),
  };
};

const durationOf = (locale: string) => {
  const of = (unit: 'second' | 'minute' | 'hour') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 });
  const units = { second: of('second'), minute: of('minute'), hour: of('hour') };
  return (ms: number): string => {
    const seconds = Math.max(1, Math.round(ms / 1000));
    if (seconds < 90) return units.second.format(seconds);
    const minutes = Math.round(seconds / 60);
    return minutes < 90 ? units.minute.format(minutes) : units.hour.format(minutes / 60);
  };
};

const bytesOf = (locale: string) => {
  const of = (unit: string, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits });
  const units = [of('kilobyte', 0), of('megabyte', 1), of('gigabyte', 1)] as const;
  return (bytes: number): string => {
    if (bytes < 1e6) return units[0].format(bytes / 1e3);
    return bytes < 1e9 ? units[1].format(bytes / 1e6) : units[2].format(bytes / 1e9);
  };
};

/**
 * Numbers, money, days and times as a language writes them. Chinese shortens by 万 and 亿.
 * `timeZone` is for tests; without it instants are shown in the tablet's zone.
 */
export const makeFormat = (language: Language, timeZone?: string) => {
  const locale = locales[language];
  const zone = timeZone === undefined ? {} : { timeZone };
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const exact = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const decimals = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  const money = moneyOf(locale);
  // A day has no zone: it is read and written in UTC so that it never slips to its neighbour.
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...zone,
  });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...zone });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    locale,
    number: (value: number) => number.format(value),
    /** 12K, 1.2万 */
    compact: (value: number) => compact.format(value),
    /** Three decimals, for figures such as an AUC. */
    decimals: (value: number) => decimals.format(value),
    /** Whole minor units of an ISO 4217 currency. */
    money: money.full,
    moneyCompact: money.compact,
    /** A decimal price in major units, with all decimals it has. */
    price: money.price,
    /** A prediction: to 5 points, never 0 % or 100 %. */
    probability: (value: number) => percent.format(roundProbability(value)),
    /** A measured share: one decimal. */
    share: (value: number) => exact.format(value),
    /** `YYYY-MM-DD` */
    day: (value: string) => day.format(Date.parse(`${value}T00:00:00Z`)),
    /** Days since 1970. */
    dayNumber: (value: number) => day.format(value * dayMs),
    /** ms UTC, with the time of day. */
    instant: (value: number) => instant.format(value),
    /** ms UTC, the day alone. */
    date: (value: number) => date.format(value),
    duration: durationOf(locale),
    bytes: bytesOf(locale),
    list: (items: readonly string[]) => list.format(items),
  };
};

/** What `makeFormat` gives. */
export type Format = ReturnType<typeof makeFormat>;
