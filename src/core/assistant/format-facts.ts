import { dayMs } from '#core/day-number.ts';
import type { Language } from './conversation.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

/** A day (days since 1970) in words: 24 September 2026, 2026年9月24日. */
export const formatDay = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    day * dayMs,
  );

/** Minor units in the currency's own way; an unknown currency is written out. */
export const formatMoney = (minor: number, currency: string, language: Language): string => {
  try {
    const format = new Intl.NumberFormat(locales[language], { style: 'currency', currency });
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
    return format.format(minor / 10 ** digits);
  } catch {
    // A file may hold anything as its currency; Intl throws on what is no ISO 4217 code.
    return `${(minor / 100).toFixed(2)} ${currency}`.trim();
  }
};

/** A probability 0..1 to five points, never 0 % or 100 %: a model is not that sure. */
export const formatLikelihood = (probability: number): string =>
  `${Math.min(95, Math.max(5, Math.round(probability * 20) * 5))} %`;

/** A share of a whole, to whole per cents; "< 1 %" rather than nothing. */
export const formatShare = (part: number, whole: number): string => {
  if (whole === 0 || part === 0) return '0 %';
  const percent = Math.round((part / whole) * 100);
  return percent === 0 ? '< 1 %' : `${percent} %`;
};
