/** Minor units per major unit of currencies that do not have 100 (ISO 4217). */
const exponents: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
};

/** Digits after the point of a currency (ISO 4217); 2 when not listed. */
export const minorDigits = (currency: string): number => exponents[currency] ?? 2;

/**
 * The total of an order line in whole minor units: quantity × unit price × (1 − discount), rounded
 * once, half away from zero. The nudge undoes binary errors of decimal prices (1.005 × 100).
 */
export const computeLineTotal = (
  quantity: number,
  unitPrice: number,
  currency: string,
  discount = 0,
): number => {
  const exact = quantity * unitPrice * (1 - discount) * 10 ** minorDigits(currency);
  const nudged = Math.abs(exact) * (1 + Number.EPSILON * 4);
  return Math.sign(exact) * Math.round(nudged) || 0;
};
