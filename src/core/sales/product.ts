import * as v from 'valibot';
import { customSchema, recordEntries } from '#core/record.ts';

export const productSchema = v.object({
  ...recordEntries,
  sku: v.string(),
  barcode: v.optional(v.string()),
  name: v.string(),
  altName: v.optional(v.string()),
  category: v.optional(v.string()),
  unit: v.optional(v.string()),
  packSize: v.optional(v.number()),
  /** Decimal price in major units as the source wrote it; rounded only in an order line's total. */
  price: v.optional(v.number()),
  currency: v.optional(v.string()),
  custom: customSchema,
});

/** Something sold (产品). */
export type Product = v.InferOutput<typeof productSchema>;
