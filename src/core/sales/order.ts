import * as v from 'valibot';
import { customSchema, daySchema, instantSchema, recordEntries } from '#core/record.ts';

export const orderLineSchema = v.object({
  productId: v.string(),
  quantity: v.number(),
  /** Decimal price in major units, as the source wrote it. */
  unitPrice: v.number(),
  /** Share taken off, 0..1. */
  discount: v.optional(v.number()),
  /** Tax rate, 0..1. */
  tax: v.optional(v.number()),
  /** quantity × unitPrice × (1 − discount), rounded to minor units once. */
  totalMinor: v.pipe(v.number(), v.integer()),
  /** 0-based data row of the file this came from. */
  sourceRow: v.optional(v.number()),
  custom: v.optional(customSchema),
});
export type OrderLine = v.InferOutput<typeof orderLineSchema>;

export const orderSchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  kind: v.picklist(['quote', 'order', 'return']),
  number: v.string(),
  date: daySchema,
  /** The instant when the source has a time of day. */
  at: v.optional(instantSchema),
  status: v.picklist(['draft', 'open', 'done', 'cancelled']),
  currency: v.string(),
  totalMinor: v.pipe(v.number(), v.integer()),
  lines: v.array(orderLineSchema),
  ord: v.optional(v.pipe(v.number(), v.integer())),
  custom: customSchema,
});

/** A sale, an offer or goods coming back (订单), with its lines inside. */
export type Order = v.InferOutput<typeof orderSchema>;
