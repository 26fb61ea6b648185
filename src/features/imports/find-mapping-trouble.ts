import type { ColumnMapping, FileKind } from '#contracts/import.ts';
import {
  customerFields,
  neededOrderFields,
  neededPurchaseFields,
  orderFields,
} from '#core/imports/map-headers.ts';

/** The fields a column of such a file can go to, beside `custom` and `skip`. */
export const fieldsOf = (kind: FileKind): readonly string[] =>
  kind === 'orders' ? orderFields : customerFields;

/**
 * The fields without which no order can be made: with an amount, a plain list of purchases (who,
 * when, how much); else one line per product.
 */
export const neededFields = (columns: readonly ColumnMapping[]): readonly string[] =>
  columns.some(({ field }) => field === 'amount') ? neededPurchaseFields : neededOrderFields;

/** What stands in the way of importing with this mapping. */
export type MappingTrouble =
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  | { readonly kind: 'nothing' };

/** The first trouble with a mapping, or undefined: orders need some fields, customers none. */
export const findMappingTrouble = (
  kind: FileKind,
  columns: readonly ColumnMapping[],
): MappingTrouble | undefined => {
  const used = new Set(columns.map(({ field }) => field));
  if (columns.every(({ field }) => field === 'skip')) return { kind: 'nothing' };
  if (kind === 'customers') return undefined;
  const fields = neededFields(columns).filter((field) => !used.has(field));
  return fields.length === 0 ? undefined : { kind: 'missing', fields };
};

/** How many columns go where: for the sentence above the preview. */
export const countColumns = (columns: readonly ColumnMapping[]) => ({
  known: columns.filter(({ field }) => field !== 'custom' && field !== 'skip').length,
  custom: columns.filter(({ field }) => field === 'custom').length,
  skipped: columns.filter(({ field }) => field === 'skip').length,
});
