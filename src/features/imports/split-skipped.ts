import type { ImportError } from '#core/imports/import-journal.ts';

/** Reasons that leave a row out by a rule, not by a fault of the row. */
const byRule = new Set<ImportError['reason']>(['already-there', 'nobody-refers']);

/** Whether a row was left out though nothing is wrong with it. */
export const isLeftByRule = ({ reason }: ImportError): boolean => byRule.has(reason);

/**
 * How many rows were left out by a rule, and how many are at fault. Undefined where not all reasons
 * are known, as only the first thousand are kept.
 */
export const splitSkipped = (
  skipped: number,
  errors: readonly ImportError[],
): { readonly left: number; readonly faulty: number } | undefined => {
  if (errors.length !== skipped) return undefined;
  const left = errors.filter(isLeftByRule).length;
  return { left, faulty: skipped - left };
};
