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
  /** quantity × unitPrice × (1 − discount), rounded to minor units once; negative when it comes back. */
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
  /** Share taken off the whole order, 0..1. */
  discount: v.optional(v.number()),
  /** Why more was taken off than the settings allow. */
  discountReason: v.optional(v.string()),
  /** Lines less the order's discount, before tax (order-totals.ts); negative for a return. */
  totalMinor: v.pipe(v.number(), v.integer()),
  note: v.optional(v.string()),
  /** The quote an order was made from, the order a return takes back. */
  fromId: v.optional(v.string()),
  lines: v.array(orderLineSchema),
  ord: v.optional(v.pipe(v.number(), v.integer())),
  custom: customSchema,
});

/** A sale, an offer or goods coming back (订单), with its lines inside. */
export type Order = v.InferOutput<typeof orderSchema>;

export type OrderKind = Order['kind'];
export type OrderStatus = Order['status'];
export const orderKinds = ['order', 'quote', 'return'] as const satisfies readonly OrderKind[];
export const orderStatuses = [
  'draft',
  'open',
  'done',
  'cancelled',
] as const satisfies readonly OrderStatus[];

/** Whether an order in this status counts in sums: a draft is not sold yet, a cancelled one no more. */
export const isSold = (status: unknown): boolean => status !== 'draft' && status !== 'cancelled';
