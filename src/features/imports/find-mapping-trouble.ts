import type { ColumnMapping, FileKind } from '#contracts/import.ts';
import { entityFields, neededFieldsOf } from '#core/imports/entity-fields.ts';
import { neededOrderFields, neededPurchaseFields } from '#core/imports/map-headers.ts';

/** The fields a column of such a file can go to, beside `custom` and `skip`. */
export const fieldsOf = (kind: FileKind): readonly string[] => Object.keys(entityFields[kind]);

const orderNeeds = (columns: readonly ColumnMapping[]): readonly string[] => {
  const used = new Set(columns.map(({ field }) => field));
  if (used.has('amount')) return neededPurchaseFields;
  const hasLines = ['sku', 'productName', 'quantity', 'unitPrice'].some((id) => used.has(id));
  // Heads of orders, whose lines may stand in another file or nowhere.
  return hasLines ? neededOrderFields : ['number', 'date'];
};

/**
 * The fields without which no record can be made. Orders: with an amount, a plain list of purchases
 * (who, when, how much); else a head, or one line per product.
 */
export const neededFields = (
  kind: FileKind,
  columns: readonly ColumnMapping[],
): readonly string[] => {
  if (kind === 'orders') return orderNeeds(columns);
  const used = new Set(columns.map(({ field }) => field));
  return neededFieldsOf[kind]
    .filter((any) => !any.some((field) => used.has(field)))
    .flatMap((any) => any.slice(0, 1));
};

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
  const fields = neededFields(kind, columns).filter((field) => !used.has(field));
  return fields.length === 0 ? undefined : { kind: 'missing', fields };
};

/** The first file of an import that cannot be imported as it is mapped. */
export const findTroubledFile = <
  File extends {
    readonly reading: { readonly kind: FileKind } | undefined;
    readonly columns: readonly ColumnMapping[];
  },
>(
  files: readonly File[],
): File | undefined =>
  files.find(
    ({ reading, columns }) =>
      reading !== undefined && findMappingTrouble(reading.kind, columns) !== undefined,
  );

/** How many columns go where: for the sentence above the preview. */
export const countColumns = (columns: readonly ColumnMapping[]) => ({
  known: columns.filter(({ field }) => field !== 'custom' && field !== 'skip').length,
  custom: columns.filter(({ field }) => field === 'custom').length,
  skipped: columns.filter(({ field }) => field === 'skip').length,
});
